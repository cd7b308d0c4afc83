<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CommunitySentences</name>
    <message>
        <source>The term of office ends before it begins. Correct one of the two days.</source>
        <translation>El periodo del cargo termina antes de empezar. Corrija una de las dos fechas.</translation>
    </message>
    <message>
        <source>A clerk alone could not read what is sealed here, nor add people. Tick another role too, or let an authority open the desk.</source>
        <translation>Con solo el rol de actas nadie podría leer lo que aquí queda sellado ni agregar personas. Marque también otro rol, o que una autoridad abra el escritorio.</translation>
    </message>
    <message>
        <source>This office is not held today by somebody without an account. Look at the offices anew.</source>
        <translation>Hoy este cargo no lo tiene una persona sin cuenta. Mire otra vez los cargos.</translation>
    </message>
    <message>
        <source>No handover was begun. Begin it first, under Administration, Handover.</source>
        <translation>No se empezó ninguna entrega. Empiécela primero, en Administración, Entrega.</translation>
    </message>
</context>
</TS>
