<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CommandSentences</name>
    <message>
        <source>This was not understood: {words}. See {program} --help.</source>
        <translation>No se entendió esto: {words}. Ver {program} --help.</translation>
    </message>
    <message>
        <source>The file with the age identity cannot be read. Give a file that holds one.</source>
        <translation>No se puede leer el archivo con la identidad age. Indicar un archivo que la contenga.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase. Add --passphrase-stdin and send it there.</source>
        <translation>No hay terminal donde pedir la frase de paso. Agregar --passphrase-stdin y enviarla por ahí.</translation>
    </message>
</context>
</TS>
