<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Danger</name>
    <message>
        <source>“I call for the authority of my community. I report a possible case of trafficking.”</source>
        <translation>«Llamo de parte de la autoridad de mi comunidad. Doy aviso de un posible caso de trata de personas.»</translation>
    </message>
    <message>
        <source>“A person may be in danger now.” Say if it is a girl, a boy or an adolescent.</source>
        <translation>«Una persona puede estar en peligro ahora.» Diga si es una niña, un niño o adolescente.</translation>
    </message>
    <message>
        <source>Say the place, what was seen or heard, and since when. A suspicion is enough.</source>
        <translation>Diga el lugar, qué se vio o se oyó y desde cuándo. Basta la sospecha.</translation>
    </message>
    <message>
        <source>Give names only to the person who takes the report, and only if asked.</source>
        <translation>Dé nombres solo a quien recibe el aviso, y solo si se los pide.</translation>
    </message>
    <message>
        <source>Ask who takes the report and its number. Write them down, with the hour.</source>
        <translation>Pregunte quién recibe el aviso y con qué número. Anótelo, con la hora.</translation>
    </message>
    <message>
        <source>Danger now</source>
        <translation>Peligro ahora</translation>
    </message>
    <message>
        <source>What to say, word by word</source>
        <translation>Qué decir, paso a paso</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>The desk is locked</source>
        <translation>El despacho está bloqueado</translation>
    </message>
    <message>
        <source>Write your name and your passphrase to open it.</source>
        <translation>Escriba su nombre y su contraseña para abrirlo.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Abrir el despacho</translation>
    </message>
    <message>
        <source>The desk does not open?</source>
        <translation>¿El despacho no se abre?</translation>
    </message>
    <message>
        <source>This is needed. Please fill it in.</source>
        <translation>Este dato hace falta. Escríbalo, por favor.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>Espere {seconds} s</translation>
    </message>
</context>
</TS>
