<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ProtectionSentences</name>
    <message>
        <source>This measure is not in force any more. Decide a new one if it is needed.</source>
        <translation>Esta medida ya no está vigente. Decida una nueva si hace falta.</translation>
    </message>
    <message>
        <source>She does not want this measure, and an adult decides. Make a safety plan with her instead.</source>
        <translation>Ella no quiere esta medida, y una persona adulta decide. Haga con ella un plan de seguridad.</translation>
    </message>
    <message>
        <source>This measure cannot begin then: long before the matter was known, or far from now. Correct the day.</source>
        <translation>Esta medida no puede empezar entonces: mucho antes de conocerse el asunto, o muy lejos de hoy. Corrija el día.</translation>
    </message>
    <message>
        <source>This measure is not in the case. Look at the list of measures anew.</source>
        <translation>Esta medida no está en el caso. Mire de nuevo la lista de medidas.</translation>
    </message>
</context>
</TS>
