<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CommunitySentences</name>
    <message>
        <source>The term of office ends before it begins. Correct one of the two days.</source>
        <translation>El periodo del cargo termina antes de empezar. Corrija una de las dos fechas.</translation>
    </message>
</context>
</TS>
