<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>PacketSentences</name>
    <message>
        <source>The packet cannot be made from what is there. Look at the papers and the receiver once more.</source>
        <translation>Con lo que hay no se puede hacer el paquete. Mirar otra vez los papeles y el receptor.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>its beginning is not that of a packet</source>
        <translation>su comienzo no es el de un paquete</translation>
    </message>
    <message>
        <source>this key does not open it</source>
        <translation>esta llave no lo abre</translation>
    </message>
    <message>
        <source>it is not built as a packet is</source>
        <translation>no está hecho como un paquete</translation>
    </message>
    <message>
        <source>its seal is not of somebody this desk knows</source>
        <translation>su sello no es de alguien que este despacho conozca</translation>
    </message>
    <message>
        <source>something in it was changed</source>
        <translation>algo de adentro fue cambiado</translation>
    </message>
    <message>
        <source>something in it is not on its list</source>
        <translation>algo de adentro no está en su lista</translation>
    </message>
    <message>
        <source>its description cannot be read</source>
        <translation>su descripción no se puede leer</translation>
    </message>
    <message>
        <source>its description is not as it should be</source>
        <translation>su descripción no es como debe ser</translation>
    </message>
    <message>
        <source>it is for somebody else</source>
        <translation>es para otra persona</translation>
    </message>
    <message>
        <source>it came before, or its number does not fit</source>
        <translation>ya llegó antes, o su número no encaja</translation>
    </message>
    <message>
        <source>The packet was not opened: {reason}. Ask whoever sent it before doing more.</source>
        <translation>El paquete no se abrió: {reason}. Preguntar a quien lo envió antes de hacer otra cosa.</translation>
    </message>
    <message>
        <source>The packet would be larger than {limit} MB, which drives do not take. Send less in one packet.</source>
        <translation>El paquete pasaría de {limit} MB y las memorias no lo aceptan. Enviar menos en un paquete.</translation>
    </message>
    <message>
        <source>A packet of this name lies there already. Choose another drive or folder.</source>
        <translation>Ahí ya hay un paquete con ese nombre. Elegir otra memoria o carpeta.</translation>
    </message>
    <message>
        <source>There is no packet in this place. Look at what is on the drive.</source>
        <translation>En ese lugar no hay ningún paquete. Mirar qué hay en la memoria.</translation>
    </message>
    <message>
        <source>There is no room on the drive: {needed} MB are needed, {free} MB are free. Nothing was left on it. Make room, or take another drive.</source>
        <translation>No hay lugar en la memoria: hacen falta {needed} MB y hay {free} MB libres. No quedó nada en ella. Hacer lugar o usar otra memoria.</translation>
    </message>
    <message>
        <source>The drive does not answer: it may have been pulled out. Plug it in again and start anew.</source>
        <translation>La memoria no responde: tal vez la sacaron. Ponerla otra vez y empezar de nuevo.</translation>
    </message>
    <message>
        <source>The drive does not give back what was written to it. Nothing was left on it. Do not use this drive: take another.</source>
        <translation>La memoria no devuelve lo que se escribió. No quedó nada en ella. No usar esta memoria: tomar otra.</translation>
    </message>
    <message>
        <source>A file that should go along cannot be read: {file}. Put it in its place again.</source>
        <translation>Un archivo que debía ir no se puede leer: {file}. Ponerlo otra vez en su lugar.</translation>
    </message>
    <message>
        <source>This is not a key that opens packets. It begins with AGE-SECRET-KEY-1.</source>
        <translation>Esta no es una llave que abra paquetes. Empieza con AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
        <source>The list of keys that are trusted cannot be read. Each line has a code and a key ssh-ed25519.</source>
        <translation>La lista de llaves de confianza no se puede leer. Cada línea tiene un código y una llave ssh-ed25519.</translation>
    </message>
</context>
</TS>
