<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>HearingSentences</name>
    <message>
        <source>This session is not in the case. Look at the list of sessions anew.</source>
        <translation>Esta sesión no está en el caso. Mire de nuevo la lista de sesiones.</translation>
    </message>
    <message>
        <source>This case has no hearing: only the authorities meet, in a reserved session. Record that one.</source>
        <translation>Este caso no lleva audiencia: solo se reúnen las autoridades, en sesión reservada. Registre esa.</translation>
    </message>
    <message>
        <source>A reserved session deals with notice, protection and the decision to remit only. Take this point out.</source>
        <translation>Una sesión reservada trata solo el aviso, la protección y la decisión de remitir. Quite este punto.</translation>
    </message>
    <message>
        <source>No agreement can be made on this matter. Write down what was said, and remit the case.</source>
        <translation>En este asunto no se puede hacer ningún acuerdo. Anote lo que se dijo y remita el caso.</translation>
    </message>
    <message>
        <source>Only authorities take part: {name} held no office that day. Correct the list or the offices.</source>
        <translation>Solo participan autoridades: {name} no tenía cargo ese día. Corrija la lista o los cargos.</translation>
    </message>
    <message>
        <source>{code} must not be called before the community in this case. Choose others.</source>
        <translation>En este caso no se debe citar a {code} ante la comunidad. Elija a otras personas.</translation>
    </message>
    <message>
        <source>The hours of the session do not fit together. Correct when it began and when it ended.</source>
        <translation>Las horas de la sesión no concuerdan. Corrija cuándo empezó y cuándo terminó.</translation>
    </message>
    <message>
        <source>A fingerprint needs two witnesses: add those of {name}, with their names and documents.</source>
        <translation>Una huella necesita dos testigos: agregue los de {name}, con sus nombres y documentos.</translation>
    </message>
</context>
</TS>
