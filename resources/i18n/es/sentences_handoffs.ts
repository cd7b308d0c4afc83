<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>HandoffSentences</name>
    <message>
        <source>The handoff is at another step by now. Look where it stands, and do the next one.</source>
        <translation>La remisión ya está en otro paso. Mirar dónde está y hacer el que sigue.</translation>
    </message>
    <message>
        <source>{number} was issued with what is written here: it cannot be changed. Give this handoff up and begin another.</source>
        <translation>{number} se emitió con lo que está escrito aquí: ya no se puede cambiar. Deje esta remisión sin efecto y prepare otra.</translation>
    </message>
    <message>
        <source>This case has a handoff on its way already. Go on with that one, or write down how it ended.</source>
        <translation>Este caso ya tiene una remisión en curso. Seguir con esa, o anotar cómo terminó.</translation>
    </message>
    <message>
        <source>This case does not go to the prosecutor. If trafficking is suspected, raise the alert in the summary of the case.</source>
        <translation>Este caso no se remite. Si hay sospecha de trata, dar la alerta en el Resumen del caso.</translation>
    </message>
    <message>
        <source>the record of the session</source>
        <translation>el acta de la sesión</translation>
    </message>
    <message>
        <source>the letter</source>
        <translation>el oficio</translation>
    </message>
    <message>
        <source>who the people are</source>
        <translation>quiénes son las personas</translation>
    </message>
    <message>
        <source>the review</source>
        <translation>la revisión</translation>
    </message>
    <message>
        <source>the confirmed key of the receiver</source>
        <translation>la llave confirmada del receptor</translation>
    </message>
    <message>
        <source>This is lacking first: {lacking}.</source>
        <translation>Primero falta esto: {lacking}.</translation>
    </message>
    <message>
        <source>These digits are not of this packet: they were heard wrongly, or another packet was opened. Ask to hear them again; if they stay the same, ask which packet they opened.</source>
        <translation>Estas cifras no son de este paquete: se oyeron mal o abrieron otro. Pedir que las lean otra vez; si siguen iguales, preguntar qué paquete abrieron.</translation>
    </message>
    <message>
        <source>This is not a key that can be used. It begins with age1 and has 62 letters and figures.</source>
        <translation>Esta no es una llave que sirva. Empieza con age1 y tiene 62 letras y números.</translation>
    </message>
    <message>
        <source>These digits are of another key. Ask to hear them once more. If they stay the same, do not use this key: somebody may have exchanged it. Ask for it anew by another way.</source>
        <translation>Estas cifras son de otra llave. Pedir que las lean una vez más. Si siguen iguales, no usar esta llave: alguien pudo cambiarla. Pedirla de nuevo por otro camino.</translation>
    </message>
    <message>
        <source>It was not sealed: the name or a number of a protected person can be read in {places}. Give this handoff up, prepare it anew, and write codes such as V-01 instead.</source>
        <translation>No se selló: en {places} se lee el nombre o un número de una persona protegida. Anular esta remisión, prepararla de nuevo y escribir códigos como V-01.</translation>
    </message>
    <message>
        <source>This moment cannot be right: it lies in the future, or before what it follows. Correct the day or the hour.</source>
        <translation>Este momento no puede ser: está en el futuro o antes de lo que le precede. Corregir el día o la hora.</translation>
    </message>
    <message>
        <source>This institution is not in the country&apos;s list. Choose one from the list.</source>
        <translation>Esta institución no está en la lista del país. Elegir una de la lista.</translation>
    </message>
    <message>
        <source>This handoff is not in the case. Go back to the list and open it again.</source>
        <translation>Esta remisión no está en el caso. Volver a la lista y abrirla otra vez.</translation>
    </message>
    <message>
        <source>This receiver is not on the list. Choose one, or enter it first.</source>
        <translation>Este receptor no está en la lista. Elegir uno, o ingresarlo primero.</translation>
    </message>
</context>
</TS>
