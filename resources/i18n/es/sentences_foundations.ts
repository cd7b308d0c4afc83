<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>FoundationSentences</name>
    <message>
        <source>The disk is full. Nothing was changed. Make room on it (empty the bin), then try again.</source>
        <translation>El disco está lleno. No se cambió nada. Haga espacio (vacíe la papelera) y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The computer has no memory left for this. Nothing was changed. Close other programs, then try again.</source>
        <translation>La computadora no tiene memoria para esto. No se cambió nada. Cierre otros programas e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>It could not be written there. Nothing was changed. Choose another place, or check that the drive is plugged in and not write-protected.</source>
        <translation>No se pudo escribir ahí. No se cambió nada. Elija otro lugar, o revise que la memoria esté conectada y no protegida contra escritura.</translation>
    </message>
    <message>
        <source>Stopped. What had begun was undone.</source>
        <translation>Detenido. Lo que había empezado se deshizo.</translation>
    </message>
    <message>
        <source>This is needed. Please fill it in.</source>
        <translation>Este dato hace falta. Escríbalo, por favor.</translation>
    </message>
    <message>
        <source>This cannot be read. A good example is: {example}.</source>
        <translation>Esto no se entiende. Un buen ejemplo es: {example}.</translation>
    </message>
    <message>
        <source>This is too long. Write it in fewer than {longest} letters.</source>
        <translation>Es demasiado largo. Escríbalo en menos de {longest} letras.</translation>
    </message>
    <message>
        <source>There is an invisible sign in this text. Delete it and type it again instead of pasting.</source>
        <translation>Hay un signo invisible en este texto. Bórrelo y escríbalo de nuevo en vez de pegarlo.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that the drive is plugged in and that you may open the file.</source>
        <translation>El archivo no se puede leer. Revise que la memoria esté conectada y que tenga permiso para abrirlo.</translation>
    </message>
</context>
</TS>
