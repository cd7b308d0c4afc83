<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CountrySentences</name>
    <message>
        <source>The file with the rules of the country is damaged. Install the program again; your cases are not touched.</source>
        <translation>El archivo con las reglas del país está dañado. Instale de nuevo el programa; sus casos no se tocan.</translation>
    </message>
    <message>
        <source>This is not in the country&apos;s list. Choose something from the list.</source>
        <translation>Esto no está en la lista del país. Elija algo de la lista.</translation>
    </message>
</context>
</TS>
