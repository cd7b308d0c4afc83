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
    <name>LostHeader</name>
    <message>
        <source>The head of the store is missing</source>
        <translation>Falta el encabezado del almacén</translation>
    </message>
    <message>
        <source>Without it no passphrase opens the desk. If there is a backup, restore it. If there is none, the square on the newest recovery sheet helps: read it with a code reader and write here what it says. Everybody then comes back with the sheet, one after the other.</source>
        <translation>Sin él, ninguna contraseña abre el despacho. Si hay una copia de seguridad, restáurela. Si no hay ninguna, ayuda el cuadro de la hoja de recuperación más nueva: léalo con un lector de códigos y escriba aquí lo que dice. Después cada persona vuelve con la hoja, una tras otra.</translation>
    </message>
    <message>
        <source>What the square says</source>
        <translation>Lo que dice el cuadro</translation>
    </message>
</context>
<context>
    <name>NewPaper</name>
    <message>
        <source>Print it</source>
        <translation>Imprimirla</translation>
    </message>
    <message>
        <source>Type this from the paper, so that it is certain that it can be read.</source>
        <translation>Escriba esto mirando el papel, para tener la certeza de que se puede leer.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The {words} words in their order, with a space between them.</source>
        <translation>Las {words} palabras en su orden, con un espacio entre ellas.</translation>
    </message>
    <message>
        <source>These words are on no sheet: {words}. Compare them letter by letter.</source>
        <translation>Estas palabras no están en ninguna hoja: {words}. Compárelas letra por letra.</translation>
    </message>
    <message>
        <source>Somebody who has no account yet</source>
        <translation>Alguien que todavía no tiene cuenta</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>What you are at this desk</source>
        <translation>Qué es usted en este despacho</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija una opción.</translation>
    </message>
    <message>
        <source>Come back with the recovery sheet</source>
        <translation>Volver con la hoja de recuperación</translation>
    </message>
    <message>
        <source>Using the sheet stands in the journal, and everybody of the desk is told when they sign in. It reaches the identities of protected persons too.</source>
        <translation>El uso de la hoja queda en el diario, y a todas las personas del despacho se les avisa cuando entren. La hoja alcanza también las identidades de las personas protegidas.</translation>
    </message>
    <message>
        <source>You get new keys. What you had not finished, and only your old passphrase opened, is lost.</source>
        <translation>Usted recibe llaves nuevas. Lo que dejó a medio escribir, y solo su contraseña anterior abría, se pierde.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>The sheet that you used opens nothing any more after this. Print the next one, or copy it by hand.</source>
        <translation>Después de esto, la hoja que usó ya no abre nada. Imprima la siguiente o cópiela a mano.</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Abrir el despacho</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Sheet {number}</source>
        <translation>Hoja {number}</translation>
    </message>
</context>
<context>
    <name>TypeBackStep</name>
    <message>
        <source>Row {row}</source>
        <translation>Fila {row}</translation>
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
        <source>Open with this computer</source>
        <translation>Abrir con esta computadora</translation>
    </message>
    <message>
        <source>I forgot my passphrase: use the recovery sheet</source>
        <translation>Olvidé mi contraseña: usar la hoja de recuperación</translation>
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
        <source>This computer does not open the desk for this name. Write your passphrase.</source>
        <translation>Esta computadora no abre el despacho para este nombre. Escriba su contraseña.</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>Espere {seconds} s</translation>
    </message>
</context>
</TS>
