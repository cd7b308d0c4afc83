<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Deadlines</name>
    <message>
        <source>Deadlines</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Within three days</source>
        <translation>En tres días</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más adelante</translation>
    </message>
    <message>
        <source>They run day and night, on Sundays and holidays too. Doing it late is still doing it.</source>
        <translation>Corren de día y de noche, también domingos y feriados. Tarde también vale: siempre se puede cumplir.</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>No hay plazos pendientes</translation>
    </message>
    <message>
        <source>When a case must be handed over, what has to be done and until when stands here.</source>
        <translation>Cuando un caso debe remitirse, aquí dice qué hay que hacer y hasta cuándo.</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>Ver los casos</translation>
    </message>
    <message>
        <source>Show the others: {number}</source>
        <translation>Mostrar los demás: {number}</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>Todavía pendiente</translation>
    </message>
    <message>
        <source>Done on {moment}</source>
        <translation>Cumplido el {moment}</translation>
    </message>
    <message>
        <source>Until {moment} ({distance})</source>
        <translation>Hasta el {moment} ({distance})</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>in {number} min</source>
        <translation>en {number} min</translation>
    </message>
    <message>
        <source>{number} min ago</source>
        <translation>hace {number} min</translation>
    </message>
    <message>
        <source>in {number} h</source>
        <translation>en {number} h</translation>
    </message>
    <message>
        <source>{number} h ago</source>
        <translation>hace {number} h</translation>
    </message>
    <message>
        <source>in {number} days</source>
        <translation>en {number} días</translation>
    </message>
    <message>
        <source>{number} days ago</source>
        <translation>hace {number} días</translation>
    </message>
</context>
</TS>
