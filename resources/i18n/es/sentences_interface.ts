<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>InterfaceSentences</name>
    <message>
        <source>The texts of this language were not set up ({file}). Run `make translations`.</source>
        <translation>Los textos de este idioma no están instalados ({file}). Ejecute `make translations`.</translation>
    </message>
</context>
</TS>
