<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>EndMeasure</name>
    <message>
        <source>End a measure</source>
        <translation>Terminar una medida</translation>
    </message>
    <message>
        <source>How does it end?</source>
        <translation>¿Cómo termina?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>There is nobody in this case yet</source>
        <translation>Todavía no hay personas en este caso</translation>
    </message>
    <message>
        <source>A measure protects somebody: enter the person first, by code.</source>
        <translation>Una medida protege a alguien: primero se anota a la persona, por código.</translation>
    </message>
    <message>
        <source>Go to People</source>
        <translation>Ir a Personas</translation>
    </message>
    <message>
        <source>Decide a measure</source>
        <translation>Decidir una medida</translation>
    </message>
    <message>
        <source>It is in force at once, and there is a date to look at it again.</source>
        <translation>Rige de inmediato y tiene una fecha para revisarla.</translation>
    </message>
    <message>
        <source>Whom does it protect?</source>
        <translation>¿A quién protege?</translation>
    </message>
    <message>
        <source>What is done?</source>
        <translation>¿Qué se hace?</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con palabras propias</translation>
    </message>
    <message>
        <source>By code, without names: V-01, T-01.</source>
        <translation>Por código, sin nombres: V-01, T-01.</translation>
    </message>
    <message>
        <source>Who answers for it?</source>
        <translation>¿Quién responde por ella?</translation>
    </message>
    <message>
        <source>By office, such as: community defender on duty.</source>
        <translation>Por el cargo, por ejemplo: defensora comunitaria de turno.</translation>
    </message>
    <message>
        <source>What does the person say?</source>
        <translation>¿Qué dice la persona?</translation>
    </message>
    <message>
        <source>Decide this measure</source>
        <translation>Decidir esta medida</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>To be looked at again: {when}</source>
        <translation>Se revisa: {when}</translation>
    </message>
    <message>
        <source>Answers for it: {who}</source>
        <translation>Responde: {who}</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
</context>
</TS>
