<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Citations</name>
    <message>
        <source>Call somebody to a hearing</source>
        <translation>Citar a una persona a la audiencia</translation>
    </message>
    <message>
        <source>Whom?</source>
        <translation>¿A quién?</translation>
    </message>
    <message>
        <source>For when?</source>
        <translation>¿Para cuándo?</translation>
    </message>
    <message>
        <source>In which words?</source>
        <translation>¿Con qué palabras?</translation>
    </message>
    <message>
        <source>Neutral words, that do not say what it is about.</source>
        <translation>Palabras neutras, que no digan de qué se trata.</translation>
    </message>
    <message>
        <source>Call this person</source>
        <translation>Citar a esta persona</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
</context>
<context>
    <name>Hearings</name>
    <message>
        <source>Hearings</source>
        <translation>Audiencias</translation>
    </message>
    <message>
        <source>Nothing was held yet</source>
        <translation>Todavía no hubo ninguna sesión</translation>
    </message>
    <message>
        <source>What the authorities decide is recorded here, and its acta is issued from it.</source>
        <translation>Aquí se registra lo que deciden las autoridades, y de ahí se emite el acta.</translation>
    </message>
    <message>
        <source>See the acta</source>
        <translation>Ver el acta</translation>
    </message>
    <message>
        <source>Look at the draft</source>
        <translation>Ver el borrador</translation>
    </message>
    <message>
        <source>Issue the acta</source>
        <translation>Emitir el acta</translation>
    </message>
    <message>
        <source>Acta not issued</source>
        <translation>Acta sin emitir</translation>
    </message>
    <message>
        <source>Record: {kind}</source>
        <translation>Registrar: {kind}</translation>
    </message>
    <message>
        <source>Draft of the acta</source>
        <translation>Borrador del acta</translation>
    </message>
    <message>
        <source>Acta</source>
        <translation>Acta</translation>
    </message>
    <message>
        <source>This case is handed over to the prosecutor. There is no open hearing, no agreement and no citation of the victim, of the person named or of a child: only the reserved session of the authorities.</source>
        <translation>Este caso va a la fiscalía. No se hace audiencia abierta, ni acuerdo, ni citación a la víctima, a la persona señalada o a una niña o niño: solo la sesión reservada de las autoridades.</translation>
    </message>
    <message>
        <source>Whose matter this is has not been decided yet. A hearing is possible once it is the community&apos;s own: see Summary.</source>
        <translation>Todavía no se decidió a quién corresponde este asunto. Se puede hacer audiencia cuando sea un asunto propio de la comunidad: ver Resumen.</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Day and hour are needed, such as 24/11/2026 and 15:40.</source>
        <translation>Hacen falta el día y la hora, por ejemplo 24/11/2026 y 15:40.</translation>
    </message>
    <message>
        <source>Close the record</source>
        <translation>Cerrar el registro</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>When did it begin?</source>
        <translation>¿Cuándo comenzó?</translation>
    </message>
    <message>
        <source>When did it end?</source>
        <translation>¿Cuándo terminó?</translation>
    </message>
    <message>
        <source>Where was it held?</source>
        <translation>¿Dónde fue?</translation>
    </message>
    <message>
        <source>Who presided?</source>
        <translation>¿Quién presidió?</translation>
    </message>
    <message>
        <source>Which authorities were there?</source>
        <translation>¿Qué autoridades estuvieron?</translation>
    </message>
    <message>
        <source>Those who hold an office today. Others are entered under Administration.</source>
        <translation>Quienes tienen un cargo hoy. A las demás se las anota en Administración.</translation>
    </message>
    <message>
        <source>Who else was there?</source>
        <translation>¿Quién más estuvo?</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>Una persona por línea.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>One point on each line. Left empty, it follows from the points below.</source>
        <translation>Un punto por línea. Si queda vacío, se toma de los puntos de abajo.</translation>
    </message>
    <message>
        <source>By code, without names: V-01, T-01.</source>
        <translation>Por código, sin nombres: V-01, T-01.</translation>
    </message>
    <message>
        <source>An empty line begins a new point.</source>
        <translation>Una línea vacía comienza otro punto.</translation>
    </message>
    <message>
        <source>What was decided?</source>
        <translation>¿Qué se decidió?</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Acuerdos</translation>
    </message>
    <message>
        <source>An empty line begins a new agreement.</source>
        <translation>Una línea vacía comienza otro acuerdo.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Libro</translation>
    </message>
    <message>
        <source>Folio</source>
        <translation>Folio</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>The record was read aloud and found right</source>
        <translation>El acta se leyó en voz alta y hubo conformidad</translation>
    </message>
    <message>
        <source>How does {name} confirm it?</source>
        <translation>¿Cómo confirma {name}?</translation>
    </message>
    <message>
        <source>Two witnesses, with a comma between them</source>
        <translation>Dos testigos, separados por una coma</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>¿Por qué no?</translation>
    </message>
    <message>
        <source>Only the authorities take part: neither the victim nor the person named, nor anybody else. It deals with the notice, with protection and with the decision to hand the case over, and with nothing else.</source>
        <translation>Participan solo las autoridades: ni la víctima, ni la persona señalada, ni nadie más. Se trata el aviso, la protección y la decisión de enviar el caso a la fiscalía, y nada más.</translation>
    </message>
</context>
</TS>
