<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Help</name>
    <message>
        <source>Everything can be done without a mouse.</source>
        <translation>Todo se puede hacer sin ratón.</translation>
    </message>
    <message>
        <source>Page of the rail</source>
        <translation>Página de la izquierda</translation>
    </message>
    <message>
        <source>Open what is marked in a list</source>
        <translation>Abrir lo marcado en una lista</translation>
    </message>
    <message>
        <source>Next field, field before</source>
        <translation>Campo siguiente, campo anterior</translation>
    </message>
    <message>
        <source>Close a sheet without doing anything</source>
        <translation>Cerrar una hoja sin hacer nada</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>This desk has no telephones for danger.</source>
        <translation>Este despacho no tiene teléfonos de peligro.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Folder of the desk</source>
        <translation>Carpeta del despacho</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>If something fails, copy this and send it to whoever looks after the program. It holds nothing of the cases and no names.</source>
        <translation>Si algo falla, copiar esto y enviarlo a quien cuida el programa. No lleva nada de los casos ni nombres de personas.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Páginas de la ayuda</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message.</source>
        <translation>Copiado. Pegarlo en un mensaje.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>A case in ten steps</source>
        <translation>Un caso en diez pasos</translation>
    </message>
    <message>
        <source>What is never done</source>
        <translation>Lo que nunca se hace</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>A quién llamar</translation>
    </message>
    <message>
        <source>People and codes</source>
        <translation>Personas y códigos</translation>
    </message>
    <message>
        <source>Sessions and hearings</source>
        <translation>Sesiones y audiencias</translation>
    </message>
    <message>
        <source>Protective measures</source>
        <translation>Medidas de protección</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Remisiones</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Keys and recovery</source>
        <translation>Llaves y recuperación</translation>
    </message>
    <message>
        <source>What it protects</source>
        <translation>Qué protege y qué no</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Backups and restoring</source>
        <translation>Copias y restauración</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
</TS>
