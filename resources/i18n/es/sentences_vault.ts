<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>VaultSentences</name>
    <message>
        <source>The name and the passphrase do not match. Check both: capital letters and spaces count.</source>
        <translation>El nombre y la contraseña no corresponden. Revise los dos: cuentan las mayúsculas y los espacios.</translation>
    </message>
    <message>
        <source>Too many wrong attempts. Wait until the countdown ends, then try again.</source>
        <translation>Demasiados intentos fallidos. Espere a que termine la cuenta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>There is no desk in this place. Look for its folder, or restore a backup.</source>
        <translation>No hay un despacho en este lugar. Busque su carpeta o restaure una copia de seguridad.</translation>
    </message>
    <message>
        <source>There is a desk in this place already. Open it, or choose another place.</source>
        <translation>Ya hay un despacho en este lugar. Ábralo o elija otro lugar.</translation>
    </message>
    <message>
        <source>The desk is already open in another window. Close that one first, then try again.</source>
        <translation>El despacho ya está abierto en otra ventana. Cierre esa primero y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A part of the store is damaged. Write nothing more in it. The lock page says under “The desk does not open?” what can be done: check it, restore a backup, or save what can be read.</source>
        <translation>Una parte del almacén está dañada. No escriba nada más en él. La página de bloqueo dice en «¿El despacho no se abre?» qué se puede hacer: revisarlo, restaurar una copia o salvar lo que se puede leer.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this store. Install that version; nothing was changed.</source>
        <translation>Una versión más nueva del programa escribió este despacho. Instale esa versión; no se cambió nada.</translation>
    </message>
    <message>
        <source>This store was written by an older version and has to be renewed before it can be read. Open it in a place where the program may write.</source>
        <translation>Este almacén es de una versión anterior y hay que renovarlo antes de leerlo. Ábralo en un lugar donde el programa pueda escribir.</translation>
    </message>
    <message>
        <source>The desk is open to look at only: nothing can be written. Lock it, and see what can be done under “The desk does not open?”.</source>
        <translation>El despacho está abierto solo para mirar: no se puede escribir nada. Bloquéelo y vea en «¿El despacho no se abre?» qué se puede hacer.</translation>
    </message>
    <message>
        <source>The file of the store is not encrypted, so it was refused. Take it away and restore the last backup.</source>
        <translation>El archivo del despacho no está cifrado, por eso se rechazó. Retírelo y restaure la última copia de seguridad.</translation>
    </message>
    <message>
        <source>This folder lies on another computer. Choose one on this laptop&apos;s own disk.</source>
        <translation>Esta carpeta está en otra computadora. Elija una en el disco de esta.</translation>
    </message>
    <message>
        <source>A program copies this folder to the internet. Choose one that is not synchronised, on this laptop&apos;s own disk.</source>
        <translation>Un programa copia esta carpeta a internet. Elija una que no se sincronice, en el disco de esta computadora.</translation>
    </message>
    <message>
        <source>This account is protected in a way that is not safe, so it was refused. Restore the last backup.</source>
        <translation>Esta cuenta está protegida de una forma insegura, por eso se rechazó. Restaure la última copia de seguridad.</translation>
    </message>
    <message>
        <source>Row {row} of the recovery code is not right. Compare it sign by sign.</source>
        <translation>La fila {row} del código de recuperación no es correcta. Compárela signo por signo.</translation>
    </message>
    <message>
        <source>This sheet does not open this desk: it belongs to another one, or a newer sheet took its place. Look for the newest.</source>
        <translation>Esta hoja no abre este despacho: es de otro, o una hoja más nueva tomó su lugar. Busque la más nueva.</translation>
    </message>
    <message>
        <source>Sheet {number} is not as it was printed. Compare it word by word: it has 33 words.</source>
        <translation>La hoja {number} no está como se imprimió. Compárela palabra por palabra: tiene 33 palabras.</translation>
    </message>
    <message>
        <source>Two different sheets of the same desk are needed. Type another one.</source>
        <translation>Se necesitan dos hojas distintas del mismo despacho. Escriba otra.</translation>
    </message>
    <message>
        <source>This is not the square of the newest sheet of this desk. Read it again, whole, or restore the last backup.</source>
        <translation>Este no es el cuadro de la hoja más nueva de este despacho. Léalo otra vez, entero, o restaure la última copia de seguridad.</translation>
    </message>
    <message>
        <source>This computer has no key store that can be trusted, or it does not answer. Go on with your passphrase.</source>
        <translation>Esta computadora no tiene un depósito de llaves en el que se pueda confiar, o no responde. Siga con su contraseña.</translation>
    </message>
    <message>
        <source>This part is reserved for others. If you need it, ask whoever is in charge of the case.</source>
        <translation>Esta parte está reservada para otras personas. Si la necesita, pídala a quien esté a cargo del caso.</translation>
    </message>
    <message>
        <source>The desk was locked while this was being done. Nothing was changed. Do it again.</source>
        <translation>El despacho se bloqueó mientras se hacía esto. No se cambió nada. Hágalo otra vez.</translation>
    </message>
</context>
</TS>
