<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>DocumentSentences</name>
    <message>
        <source>This paper is not in the case. Look at the list of papers anew.</source>
        <translation>Este documento no está en el caso. Mire de nuevo la lista de documentos.</translation>
    </message>
    <message>
        <source>This paper was issued already, with the number {number}. If it is wrong, void that one first.</source>
        <translation>Este documento ya se emitió, con el número {number}. Si está mal, anule primero ese.</translation>
    </message>
    <message>
        <source>A sign in this text cannot be printed ({code}). Delete it and type it again.</source>
        <translation>Un signo de este texto no se puede imprimir ({code}). Bórrelo y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>The paper lacks something that its kind must say. Fill in what is marked.</source>
        <translation>Al documento le falta algo que debe decir. Complete lo que está marcado.</translation>
    </message>
    <message>
        <source>A sentence of the paper needs something that was left empty. Fill it in.</source>
        <translation>Una frase del documento necesita un dato que quedó vacío. Complételo.</translation>
    </message>
    <message>
        <source>Something was given that this paper cannot take. Go back and choose the paper again.</source>
        <translation>Se dio un dato que este documento no admite. Vuelva y elija de nuevo el documento.</translation>
    </message>
    <message>
        <source>Something that was filled in has no place on this paper and would be lost. Take it out.</source>
        <translation>Un dato que escribió no tiene lugar en este documento y se perdería. Quítelo.</translation>
    </message>
    <message>
        <source>The model of this paper is damaged. Install the program again; what you wrote is kept as a draft.</source>
        <translation>El modelo de este documento está dañado. Instale de nuevo el programa; lo que escribió queda como borrador.</translation>
    </message>
    <message>
        <source>Only authorities sign this paper, by their office. Choose somebody who holds one.</source>
        <translation>Este documento lo firman solo autoridades, con su cargo. Elija a alguien que tenga cargo.</translation>
    </message>
    <message>
        <source>More people could read this paper than may know the identities in it. It was not issued.</source>
        <translation>Más personas podrían leer este documento que las que pueden conocer las identidades. No se emitió.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the paper, and nothing was noted as printed. Check that it is on, has paper and is connected, then try again.</source>
        <translation>La impresora {printer} no recibió el documento, y no se anotó como impreso. Revisar que esté encendida, con papel y conectada, e intentar de nuevo.</translation>
    </message>
    <message>
        <source>The printer {printer} is stopped. The paper was not sent: it would wait and come out later, when perhaps nobody is there. Let the printer go on in the settings of the laptop, or choose another.</source>
        <translation>La impresora {printer} está detenida. El documento no se envió: quedaría en espera y saldría después, cuando quizás no haya nadie. Ponerla en marcha en la configuración de la computadora, o elegir otra.</translation>
    </message>
</context>
</TS>
