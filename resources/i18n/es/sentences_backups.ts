<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BackupSentences</name>
    <message>
        <source>This place is not there now. Plug the drive in, or choose another place.</source>
        <translation>Este lugar no está ahora. Conecte la memoria o elija otro lugar.</translation>
    </message>
    <message>
        <source>This is the desk&apos;s own folder: a backup there is lost with it. Choose a drive, or another folder.</source>
        <translation>Esta es la carpeta del propio despacho: una copia allí se pierde con él. Elija una memoria u otra carpeta.</translation>
    </message>
    <message>
        <source>This folder lies on another computer. Choose a drive that is plugged in, or a folder of this laptop.</source>
        <translation>Esta carpeta está en otra computadora. Elija una memoria conectada o una carpeta de esta computadora.</translation>
    </message>
    <message>
        <source>A program copies this folder to the internet. Choose a drive that is plugged in, or a folder that is not synchronised.</source>
        <translation>Un programa copia esta carpeta a internet. Elija una memoria conectada o una carpeta que no se sincroniza.</translation>
    </message>
    <message>
        <source>There is no backup here. Choose the drive, or the folder JD-copias that lies on it.</source>
        <translation>Aquí no hay ninguna copia. Elija la memoria, o la carpeta JD-copias que está en ella.</translation>
    </message>
    <message>
        <source>This backup is not as it was made: {part} is missing or is another. Choose an older one, or another drive.</source>
        <translation>Esta copia no está como se hizo: falta {part}, o es otro. Elija una anterior u otra memoria.</translation>
    </message>
    <message>
        <source>This backup belongs to another desk, or to keys that were changed since. Open it with the passphrase or the sheet of that time.</source>
        <translation>Esta copia es de otro despacho, o de claves que se cambiaron después. Ábrala con la contraseña o la hoja de ese tiempo.</translation>
    </message>
    <message>
        <source>This desk was restored so often that no letter is left for its numbers. Ask whoever looks after the program.</source>
        <translation>Este despacho se restauró tantas veces que no queda letra para sus números. Pregunte a quien cuida el programa.</translation>
    </message>
</context>
</TS>
