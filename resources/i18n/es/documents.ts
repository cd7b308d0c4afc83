<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Nothing was issued yet</source>
        <translation>Todavía no se emitió nada</translation>
    </message>
    <message>
        <source>Actas are issued from a session, under Hearings; the letter to the prosecutor from the handoff.</source>
        <translation>Las actas se emiten desde una sesión, en Audiencias; el oficio para la fiscalía, desde Remisión.</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>What was issued, under which number, and what was printed.</source>
        <translation>Qué se emitió, con qué número, y qué se imprimió.</translation>
    </message>
    <message>
        <source>Issued on {when} by {who}</source>
        <translation>Emitido el {when} por {who}</translation>
    </message>
    <message>
        <source>Code {code} · {pages} sheets</source>
        <translation>Código {code} · fojas: {pages}</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Todavía no se imprimió</translation>
    </message>
    <message>
        <source>Printed on {when} for: {purpose}</source>
        <translation>Impreso el {when} para: {purpose}</translation>
    </message>
    <message>
        <source>Copies: {count}</source>
        <translation>Copias: {count}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print {number}</source>
        <translation>Imprimir {number}</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>For whom, and why?</source>
        <translation>¿Para quién y para qué?</translation>
    </message>
    <message>
        <source>It stands in the register beside who printed it.</source>
        <translation>Queda en el registro, junto a quien imprimió.</translation>
    </message>
    <message>
        <source>This laptop knows no printer. Connect one, then open this again. The acta may also be copied by hand into the book, with its number and its code.</source>
        <translation>Esta computadora no tiene impresora. Conectar una y volver a abrir esta ventana. El acta también se puede copiar a mano en el libro, con su número y su código.</translation>
    </message>
    <message>
        <source>The paper went to the printer. Did it come out right? Take all sheets with you. If it did not, it is taken out of the queue, so that it does not come out later. Printers keep copies all the same.</source>
        <translation>El documento fue a la impresora. ¿Salió bien? Recoger todas las hojas. Si no salió, se saca de la cola, para que no salga después. De todos modos, las impresoras guardan copias.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>No, it did not</source>
        <translation>No, no salió</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Yes, it came out</source>
        <translation>Sí, salió bien</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
</context>
</TS>
