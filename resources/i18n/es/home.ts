<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Home</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>No hay nada pendiente</translation>
    </message>
    <message>
        <source>Deadlines, awaited receipts and unfinished texts appear here.</source>
        <translation>Aquí aparecen los plazos, los acuses que se esperan y los textos a medio escribir.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>A receipt is awaited</source>
        <translation>Se espera el acuse de recibo</translation>
    </message>
    <message>
        <source>To go on with</source>
        <translation>Para continuar</translation>
    </message>
    <message>
        <source>See the others: {number}</source>
        <translation>Ver los demás: {number}</translation>
    </message>
    <message>
        <source>{number} · sent {moment}</source>
        <translation>{number} · enviado el {moment}</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Hacer una copia de seguridad</translation>
    </message>
    <message>
        <source>typed {moment}</source>
        <translation>escrito el {moment}</translation>
    </message>
    <message>
        <source>Something typed and not finished</source>
        <translation>Un texto a medio escribir</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Un caso nuevo</translation>
    </message>
    <message>
        <source>A person of a case</source>
        <translation>Una persona de un caso</translation>
    </message>
    <message>
        <source>Who a person is</source>
        <translation>Quién es una persona</translation>
    </message>
    <message>
        <source>A reason to see who somebody is</source>
        <translation>Un motivo para ver quién es alguien</translation>
    </message>
    <message>
        <source>An alert</source>
        <translation>Una alerta</translation>
    </message>
    <message>
        <source>Whose matter a case is</source>
        <translation>A quién corresponde un caso</translation>
    </message>
    <message>
        <source>How a deadline was met</source>
        <translation>Cómo se cumplió un plazo</translation>
    </message>
    <message>
        <source>The record of a session</source>
        <translation>El acta de una sesión</translation>
    </message>
    <message>
        <source>A call to a hearing</source>
        <translation>Una citación a audiencia</translation>
    </message>
    <message>
        <source>A protective measure</source>
        <translation>Una medida de protección</translation>
    </message>
    <message>
        <source>The end of a protective measure</source>
        <translation>El fin de una medida de protección</translation>
    </message>
    <message>
        <source>An oral notice</source>
        <translation>Un aviso verbal</translation>
    </message>
    <message>
        <source>The facts of a handoff</source>
        <translation>Los hechos de una remisión</translation>
    </message>
    <message>
        <source>A step on the road</source>
        <translation>Un paso del camino</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>Un acuse de recibo</translation>
    </message>
    <message>
        <source>What went wrong with a handoff</source>
        <translation>Qué salió mal con una remisión</translation>
    </message>
    <message>
        <source>Why a handoff is given up</source>
        <translation>Por qué se anula una remisión</translation>
    </message>
    <message>
        <source>A person of the desk</source>
        <translation>Una persona del despacho</translation>
    </message>
    <message>
        <source>A term of office</source>
        <translation>Un período de autoridad</translation>
    </message>
    <message>
        <source>A receiver</source>
        <translation>Un receptor</translation>
    </message>
    <message>
        <source>The key of a receiver</source>
        <translation>La llave de un receptor</translation>
    </message>
    <message>
        <source>Register a case</source>
        <translation>Registrar un caso</translation>
    </message>
    <message>
        <source>Somebody told of something. A suspicion is enough.</source>
        <translation>Alguien contó algo. Basta la sospecha.</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>Ver los casos</translation>
    </message>
    <message>
        <source>Go on with a case, add people, record a session.</source>
        <translation>Seguir con un caso, agregar personas, anotar una sesión.</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Remisiones</translation>
    </message>
    <message>
        <source>Prepare, seal, send, and note the receipt.</source>
        <translation>Preparar, sellar, enviar y anotar el acuse de recibo.</translation>
    </message>
    <message>
        <source>What has to be done, and until when.</source>
        <translation>Qué hay que hacer, y hasta cuándo.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>How it is done, step by step. Whom to call.</source>
        <translation>Cómo se hace, paso a paso. A quién llamar.</translation>
    </message>
</context>
</TS>
