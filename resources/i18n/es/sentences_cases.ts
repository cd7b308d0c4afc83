<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CaseSentences</name>
    <message>
        <source>The case is at another step by now. Look at its summary and do what comes next.</source>
        <translation>El caso ya está en otro paso. Mire su resumen y haga lo que sigue.</translation>
    </message>
    <message>
        <source>This matter belongs to the prosecutor: here it is protected, told and remitted, nothing else is decided.</source>
        <translation>Este asunto corresponde a la fiscalía: aquí se protege, se avisa y se remite; no se decide nada más.</translation>
    </message>
    <message>
        <source>Nobody has decided yet that the community itself settles this matter. Assess the case first.</source>
        <translation>Todavía nadie decidió que la comunidad resuelva este asunto. Evalúe primero el caso.</translation>
    </message>
    <message>
        <source>This moment lies in the future, or too far back. Correct when the matter became known.</source>
        <translation>Este momento está en el futuro, o demasiado lejos en el pasado. Corrija cuándo se supo.</translation>
    </message>
    <message>
        <source>Write one line with the reason.</source>
        <translation>Escriba el motivo en una línea.</translation>
    </message>
    <message>
        <source>This deadline does not run in this case any more. Look at the list anew.</source>
        <translation>Este plazo ya no corre en este caso. Mire de nuevo la lista.</translation>
    </message>
    <message>
        <source>This person is not in the case. Look at the list of persons anew.</source>
        <translation>Esta persona no está en el caso. Mire de nuevo la lista de personas.</translation>
    </message>
    <message>
        <source>Nobody could open this case. Leave in at least one person who works on it, and yourself.</source>
        <translation>Nadie podría abrir este caso. Deje al menos a una persona que trabaje en él, y a usted.</translation>
    </message>
</context>
</TS>
