<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Founded the desk</source>
        <translation>Fundó el despacho</translation>
    </message>
    <message>
        <source>Opened the desk</source>
        <translation>Abrió el despacho</translation>
    </message>
    <message>
        <source>Changed their passphrase</source>
        <translation>Cambió su contraseña</translation>
    </message>
    <message>
        <source>Changed how this computer opens the desk for them</source>
        <translation>Cambió cómo esta computadora le abre el despacho</translation>
    </message>
    <message>
        <source>Somebody opened the desk with the recovery sheet</source>
        <translation>Alguien abrió el despacho con la hoja de recuperación</translation>
    </message>
    <message>
        <source>Gave a person new keys with the recovery sheet</source>
        <translation>Dio llaves nuevas a una persona con la hoja de recuperación</translation>
    </message>
    <message>
        <source>Made a new recovery sheet</source>
        <translation>Hizo una nueva hoja de recuperación</translation>
    </message>
    <message>
        <source>Read that the recovery sheet was used or changed</source>
        <translation>Leyó que la hoja de recuperación se usó o se cambió</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>Agregó a una persona</translation>
    </message>
    <message>
        <source>Removed a person</source>
        <translation>Quitó a una persona</translation>
    </message>
    <message>
        <source>Handed the desk over</source>
        <translation>Entregó el despacho</translation>
    </message>
    <message>
        <source>Wrote down a term of office</source>
        <translation>Anotó un cargo</translation>
    </message>
    <message>
        <source>Wrote down the end of a term of office</source>
        <translation>Anotó el fin de un cargo</translation>
    </message>
    <message>
        <source>Changed the telephones for danger</source>
        <translation>Cambió los teléfonos para el peligro</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Cambió un ajuste</translation>
    </message>
    <message>
        <source>Read the journal</source>
        <translation>Leyó el diario</translation>
    </message>
    <message>
        <source>Read cases</source>
        <translation>Leyó casos</translation>
    </message>
    <message>
        <source>Registered a case</source>
        <translation>Registró un caso</translation>
    </message>
    <message>
        <source>Put a person into a case</source>
        <translation>Puso a una persona en un caso</translation>
    </message>
    <message>
        <source>Wrote who a person is</source>
        <translation>Escribió quién es una persona</translation>
    </message>
    <message>
        <source>Read who a person is, with a reason</source>
        <translation>Leyó quién es una persona, con motivo</translation>
    </message>
    <message>
        <source>Read what was told</source>
        <translation>Leyó lo que se contó</translation>
    </message>
    <message>
        <source>Raised the alert</source>
        <translation>Dio la alerta</translation>
    </message>
    <message>
        <source>Decided whose matter a case is</source>
        <translation>Decidió a quién le toca un caso</translation>
    </message>
    <message>
        <source>Noted a deadline as met</source>
        <translation>Anotó un plazo como cumplido</translation>
    </message>
    <message>
        <source>Took a person off a case</source>
        <translation>Sacó a una persona de un caso</translation>
    </message>
    <message>
        <source>Gave a person the key of a case</source>
        <translation>Dio a una persona la llave de un caso</translation>
    </message>
    <message>
        <source>Wrote down an oral notice</source>
        <translation>Anotó un aviso verbal</translation>
    </message>
    <message>
        <source>Recorded a session</source>
        <translation>Registró una sesión</translation>
    </message>
    <message>
        <source>Called somebody to a hearing</source>
        <translation>Citó a alguien a una audiencia</translation>
    </message>
    <message>
        <source>Recorded an agreement</source>
        <translation>Registró un acuerdo</translation>
    </message>
    <message>
        <source>Recorded a decision</source>
        <translation>Registró una decisión</translation>
    </message>
    <message>
        <source>Decided a protective measure</source>
        <translation>Decidió una medida de protección</translation>
    </message>
    <message>
        <source>Issued a paper</source>
        <translation>Emitió un papel</translation>
    </message>
    <message>
        <source>Issued a reserved sheet</source>
        <translation>Emitió una hoja reservada</translation>
    </message>
    <message>
        <source>Looked at a paper</source>
        <translation>Miró un papel</translation>
    </message>
    <message>
        <source>Printed a paper</source>
        <translation>Imprimió un papel</translation>
    </message>
    <message>
        <source>Entered or confirmed a receiver</source>
        <translation>Ingresó o confirmó un receptor</translation>
    </message>
    <message>
        <source>Prepared a handoff</source>
        <translation>Preparó una remisión</translation>
    </message>
    <message>
        <source>Reviewed a handoff</source>
        <translation>Revisó una remisión</translation>
    </message>
    <message>
        <source>Sealed a handoff</source>
        <translation>Selló una remisión</translation>
    </message>
    <message>
        <source>Wrote down a step of the road</source>
        <translation>Anotó un paso del camino</translation>
    </message>
    <message>
        <source>Wrote down what came back</source>
        <translation>Anotó lo que devolvieron</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Hizo una copia de seguridad</translation>
    </message>
    <message>
        <source>Rehearsed a restore</source>
        <translation>Hizo una prueba de restauración</translation>
    </message>
    <message>
        <source>Restored the desk from a backup</source>
        <translation>Restauró el despacho desde una copia</translation>
    </message>
    <message>
        <source>Saved what a damaged store still held</source>
        <translation>Salvó lo que quedaba de un almacén dañado</translation>
    </message>
</context>
<context>
    <name>ComparePaper</name>
    <message>
        <source>Compare with a paper</source>
        <translation>Comparar con un papel</translation>
    </message>
    <message>
        <source>Every issued paper says at its foot how the journal stood then: “Registro 21 · ABCD-EFGH-JKMN”.</source>
        <translation>Cada papel emitido dice al pie cómo estaba el diario entonces: «Registro 21 · ABCD-EFGH-JKMN».</translation>
    </message>
    <message>
        <source>What the paper says</source>
        <translation>Lo que dice el papel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>It agrees: the journal stood just so.</source>
        <translation>Coincide: el diario estuvo justo así.</translation>
    </message>
    <message>
        <source>It does not agree. Look at every sign once more. If it stays so, somebody cut or exchanged the journal: do not write anything more, and tell the other authorities.</source>
        <translation>No coincide. Mirar otra vez cada signo. Si sigue igual, alguien cortó o cambió el diario: no escribir nada más y avisar a las otras autoridades.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Everything that was done at this desk. Nothing in it is deleted or changed.</source>
        <translation>Todo lo que se hizo en este despacho. Nada se borra ni se cambia.</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Comprobar el diario</translation>
    </message>
    <message>
        <source>Show older acts</source>
        <translation>Ver más antiguos</translation>
    </message>
    <message>
        <source>Compare with a paper</source>
        <translation>Comparar con un papel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Sola o solo</translation>
    </message>
    <message>
        <source>Signed on paper: {folio}</source>
        <translation>Firmado en papel: {folio}</translation>
    </message>
    <message>
        <source>Clock behind</source>
        <translation>Reloj atrasado</translation>
    </message>
    <message>
        <source>The journal holds: {size} acts, none missing, none changed. On paper it must say: {head}</source>
        <translation>El diario está bien: {size} actos, no falta ninguno y ninguno cambió. Para comparar con el papel: {head}</translation>
    </message>
    <message>
        <source>an act is missing</source>
        <translation>falta un acto</translation>
    </message>
    <message>
        <source>an act cannot be read</source>
        <translation>un acto no se puede leer</translation>
    </message>
    <message>
        <source>an act was changed</source>
        <translation>un acto fue cambiado</translation>
    </message>
    <message>
        <source>a signature is not right</source>
        <translation>una firma no corresponde</translation>
    </message>
    <message>
        <source>it is an older copy than the one noted beside it</source>
        <translation>es una copia más antigua que la anotada aparte</translation>
    </message>
    <message>
        <source>The journal does not hold from act {number} on: {reason}. Do not write anything more. Copy the folder of the desk to a drive, and tell the other authorities.</source>
        <translation>El diario falla desde el acto {number}: {reason}. No escribir nada más. Copiar la carpeta del despacho a una memoria y avisar a las otras autoridades.</translation>
    </message>
</context>
</TS>
