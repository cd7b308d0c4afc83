<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CodeChips</name>
    <message>
        <source>Put in {code}, {words}</source>
        <translation>Poner {code}, {words}</translation>
    </message>
</context>
<context>
    <name>ConfirmKey</name>
    <message>
        <source>Confirm the key by telephone</source>
        <translation>Confirmar la llave por teléfono</translation>
    </message>
    <message>
        <source>Call the office at a number that you know, not at one that came with the key.</source>
        <translation>Llamar a la oficina a un número conocido, no a uno que vino junto con la llave.</translation>
    </message>
    <message>
        <source>Ask them to read out the thirty digits of their key, in groups of five.</source>
        <translation>Pedir que lean las treinta cifras de su llave, de cinco en cinco.</translation>
    </message>
    <message>
        <source>Type what you hear. The program compares.</source>
        <translation>Escribir lo que se oye. El programa compara.</translation>
    </message>
    <message>
        <source>What they read out</source>
        <translation>Lo que leyeron</translation>
    </message>
    <message>
        <source>And of their key for the identities</source>
        <translation>Y las de su llave para las identidades</translation>
    </message>
    <message>
        <source>Who read it out?</source>
        <translation>¿Quién lo leyó?</translation>
    </message>
    <message>
        <source>The name or the post of the person at the telephone.</source>
        <translation>El nombre o el cargo de la persona al teléfono.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Compare and confirm</source>
        <translation>Comparar y confirmar</translation>
    </message>
    <message>
        <source>It takes thirty digits; there are {count}.</source>
        <translation>Son treinta cifras; hay {count}.</translation>
    </message>
</context>
<context>
    <name>Custody</name>
    <message>
        <source>From {giver} to {taker}</source>
        <translation>De {giver} a {taker}</translation>
    </message>
</context>
<context>
    <name>EnterReceiver</name>
    <message>
        <source>A new receiver</source>
        <translation>Un receptor nuevo</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>Office, or the post of whoever receives</source>
        <translation>Oficina, o cargo de quien recibe</translation>
    </message>
    <message>
        <source>City or municipality</source>
        <translation>Ciudad o municipio</translation>
    </message>
    <message>
        <source>It begins with age1. It comes on paper, in a message, or in a file.</source>
        <translation>Empieza con age1. Llega en papel, en un mensaje o en un archivo.</translation>
    </message>
    <message>
        <source>Key of the office</source>
        <translation>Llave de la oficina</translation>
    </message>
    <message>
        <source>Take the key from a file</source>
        <translation>Tomar la llave de un archivo</translation>
    </message>
    <message>
        <source>The same key opens the identities</source>
        <translation>La misma llave abre las identidades</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identidades</translation>
    </message>
    <message>
        <source>Key for the identities</source>
        <translation>Llave para las identidades</translation>
    </message>
    <message>
        <source>Only if the office keeps a key of its own for the names of protected persons.</source>
        <translation>Solo si la oficina tiene otra llave para los nombres de las personas protegidas.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The file with the key</source>
        <translation>El archivo con la llave</translation>
    </message>
    <message>
        <source>There is no key in this file. It would begin with age1.</source>
        <translation>En este archivo no hay una llave. Empezaría con age1.</translation>
    </message>
    <message>
        <source>Digits of its key</source>
        <translation>Cifras de su llave</translation>
    </message>
    <message>
        <source>Digits of its key for the identities</source>
        <translation>Cifras de su llave para las identidades</translation>
    </message>
</context>
<context>
    <name>GuideFrame</name>
    <message>
        <source>This is an earlier handoff of the case.</source>
        <translation>Esta es una remisión anterior del caso.</translation>
    </message>
    <message>
        <source>Back to the present one</source>
        <translation>Volver a la actual</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>An authority or the liaison does this. Ask one of them.</source>
        <translation>Esto lo hace una autoridad o el enlace. Pedírselo a uno de ellos.</translation>
    </message>
</context>
<context>
    <name>HandoffTab</name>
    <message>
        <source>Handoff</source>
        <translation>Remisión</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>This case is not handed over</source>
        <translation>Este caso no se remite</translation>
    </message>
    <message>
        <source>Only what belongs to the prosecutor is handed over. If trafficking is suspected, raise the alert in the summary of the case: a suspicion is enough.</source>
        <translation>Solo se remite lo que le toca al Ministerio Público. Si hay sospecha de trata, dar la alerta en el Resumen del caso: basta la sospecha.</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>Ir al Resumen</translation>
    </message>
</context>
<context>
    <name>Handoffs</name>
    <message>
        <source>Handoffs</source>
        <translation>Remisiones</translation>
    </message>
    <message>
        <source>The cases on their way to the prosecutor. Enter opens the guide of one.</source>
        <translation>Los casos que van al Ministerio Público. Con Enter se abre la guía de cada uno.</translation>
    </message>
    <message>
        <source>No case is on its way</source>
        <translation>Ningún caso está en camino</translation>
    </message>
    <message>
        <source>A case that goes to the prosecutor is prepared in the case itself, in its tab Handoff.</source>
        <translation>La remisión se prepara dentro del caso, en la pestaña Remisión.</translation>
    </message>
    <message>
        <source>Receipts that should have come: {count}. Call or go there today.</source>
        <translation>Acuses que ya debían haber llegado: {count}. Llamar o ir hoy.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Receptor</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Acuse</translation>
    </message>
    <message>
        <source>Overdue since {when}</source>
        <translation>Vencido desde {when}</translation>
    </message>
    <message>
        <source>Due today: {when}</source>
        <translation>Vence hoy: {when}</translation>
    </message>
    <message>
        <source>Expected by {when}</source>
        <translation>Se espera hasta {when}</translation>
    </message>
    <message>
        <source>Key not confirmed</source>
        <translation>Llave sin confirmar</translation>
    </message>
    <message>
        <source>Key confirmed</source>
        <translation>Llave confirmada</translation>
    </message>
    <message>
        <source>Nobody has read its digits out by telephone yet.</source>
        <translation>Todavía nadie leyó sus cifras por teléfono.</translation>
    </message>
    <message>
        <source>Read out by telephone on {when}, with {whom}.</source>
        <translation>Leída por teléfono el {when}, con {whom}.</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>NoticeStep</name>
    <message>
        <source>Oral notice</source>
        <translation>Aviso verbal</translation>
    </message>
    <message>
        <source>Tell at once, by telephone, by radio or in person. A suspicion is enough: nothing has to be proven. Then write down here whom you told.</source>
        <translation>Avisar de inmediato, por teléfono, por radio o en persona. Basta la sospecha: no hay que probar nada. Después, anotar aquí a quién se avisó.</translation>
    </message>
    <message>
        <source>What to say, word by word</source>
        <translation>Qué decir, palabra por palabra</translation>
    </message>
    <message>
        <source>Write down a notice</source>
        <translation>Anotar un aviso</translation>
    </message>
    <message>
        <source>Which institution was told?</source>
        <translation>¿A qué institución se avisó?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>¿De qué manera?</translation>
    </message>
    <message>
        <source>Who answered?</source>
        <translation>¿Quién respondió?</translation>
    </message>
    <message>
        <source>The name or the post of whoever took the notice.</source>
        <translation>El nombre o el cargo de quien tomó el aviso.</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>¿Qué se dijo?</translation>
    </message>
    <message>
        <source>In a few words, without names: V-01, T-01.</source>
        <translation>En pocas palabras, sin nombres: V-01, T-01.</translation>
    </message>
    <message>
        <source>What did they answer?</source>
        <translation>¿Qué respondieron?</translation>
    </message>
    <message>
        <source>Why was it late?</source>
        <translation>¿Por qué fue tarde?</translation>
    </message>
    <message>
        <source>One line. A late notice is worth as much: write it down all the same.</source>
        <translation>Una línea. Un aviso tarde vale igual: anotarlo de todos modos.</translation>
    </message>
    <message>
        <source>Write this notice down</source>
        <translation>Anotar este aviso</translation>
    </message>
    <message>
        <source>Write down and go on</source>
        <translation>Anotar y seguir</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
    <message>
        <source>This notice meets: {deadlines}.</source>
        <translation>Con este aviso se cumple: {deadlines}.</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Respuesta: {answer}</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Met: {deadlines}</source>
        <translation>Cumplido: {deadlines}</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>What to say, word by word</source>
        <translation>Qué decir, palabra por palabra</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>Three papers go along. Look at each before it is issued: once it has its number it is not changed.</source>
        <translation>Van tres papeles. Mirar cada uno antes de emitirlo: cuando ya tiene número, no se cambia.</translation>
    </message>
    <message>
        <source>There is no record of a session of the authorities yet. It says who decided to hand the case over.</source>
        <translation>Todavía no hay acta de una sesión de las autoridades. Ahí consta quién decidió remitir.</translation>
    </message>
    <message>
        <source>Record the session</source>
        <translation>Registrar la sesión</translation>
    </message>
    <message>
        <source>Nobody has written who the people are. It can go without, but then the prosecutor does not know whom to look for.</source>
        <translation>Nadie escribió quiénes son las personas. Puede ir así, pero entonces no sabrán a quién buscar.</translation>
    </message>
    <message>
        <source>Write who they are</source>
        <translation>Escribir quiénes son</translation>
    </message>
    <message>
        <source>What the authorities took notice of and decided.</source>
        <translation>Lo que las autoridades supieron y decidieron.</translation>
    </message>
    <message>
        <source>Look at it first</source>
        <translation>Mirar primero</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Emitir</translation>
    </message>
    <message>
        <source>The letter with the facts, the risk and whom to call. It names nobody.</source>
        <translation>La carta con los hechos, el riesgo y a quién llamar. No nombra a nadie.</translation>
    </message>
    <message>
        <source>First the acta: the letter lists it.</source>
        <translation>Primero el acta: la carta la menciona.</translation>
    </message>
    <message>
        <source>Who the codes are. It travels in an envelope of its own, closed to everybody else.</source>
        <translation>Dice quiénes son los códigos. Viaja en un sobre aparte, cerrado para los demás.</translation>
    </message>
    <message>
        <source>It comes after the letter, once it is written who the people are.</source>
        <translation>Viene después del oficio, cuando está escrito quiénes son las personas.</translation>
    </message>
    <message>
        <source>Only an authority, or the liaison, issues it.</source>
        <translation>Solo la emite una autoridad o el enlace.</translation>
    </message>
    <message>
        <source>May be lacking</source>
        <translation>Puede faltar</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>Falta</translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>To whom the case goes, and what the letter says. Write codes, never names: who they are travels apart, closed.</source>
        <translation>A quién va el caso y qué dice el oficio. Escribir códigos, nunca nombres: quiénes son viaja aparte, cerrado.</translation>
    </message>
    <message>
        <source>Give up and prepare anew</source>
        <translation>Anular y preparar otra</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>¿A quién?</translation>
    </message>
    <message>
        <source>Confirm by telephone</source>
        <translation>Confirmar por teléfono</translation>
    </message>
    <message>
        <source>Another receiver</source>
        <translation>Otro receptor</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>¿Para qué?</translation>
    </message>
    <message>
        <source>For example: that V-01 be searched for and protected.</source>
        <translation>Por ejemplo: que se busque y proteja a V-01.</translation>
    </message>
    <message>
        <source>What happened, without names</source>
        <translation>Qué pasó, sin nombres</translation>
    </message>
    <message>
        <source>What was seen or heard, when and where. What is not known is not needed.</source>
        <translation>Lo que se vio o se oyó, cuándo y dónde. Lo que no se sabe no hace falta.</translation>
    </message>
    <message>
        <source>What is the danger now?</source>
        <translation>¿Qué peligro hay ahora?</translation>
    </message>
    <message>
        <source>For whom, from whom, and what is urgent.</source>
        <translation>Para quién, de parte de quién, y qué es urgente.</translation>
    </message>
    <message>
        <source>Whom may they call, safely?</source>
        <translation>¿A quién pueden llamar sin peligro?</translation>
    </message>
    <message>
        <source>Somebody of the desk, with a telephone and hours. Never the telephone of the victim.</source>
        <translation>Alguien de la comunidad, con teléfono y horas. Nunca el teléfono de la víctima.</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Guardar y seguir</translation>
    </message>
    <message>
        <source>Choose to whom the case goes.</source>
        <translation>Elegir a quién va el caso.</translation>
    </message>
    <message>
        <source>Enter a receiver</source>
        <translation>Ingresar un receptor</translation>
    </message>
    <message>
        <source>This was sealed with these words. Nothing in it changes any more.</source>
        <translation>Se selló con estas palabras. Ya no cambia nada.</translation>
    </message>
    <message>
        <source>The letter was issued with these words. To change them, give this handoff up and prepare it anew: what you wrote is kept.</source>
        <translation>El oficio se emitió con estas palabras. Para cambiarlas, anular esta remisión y preparar otra: lo escrito se conserva.</translation>
    </message>
    <message>
        <source>Nobody has heard this receiver read out its key. A false key would give the case to somebody else: call, and confirm it.</source>
        <translation>Nadie oyó todavía a este receptor leer su llave. Con una llave falsa, el caso lo abriría otra persona: llamar y confirmarla.</translation>
    </message>
    <message>
        <source>This looks like a name or a number: {found}. Write a code instead: V-01, T-01.</source>
        <translation>Esto parece un nombre o un número: {found}. Poner mejor un código: V-01, T-01.</translation>
    </message>
    <message>
        <source>Earlier: {when}</source>
        <translation>Anterior: {when}</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Ver</translation>
    </message>
</context>
<context>
    <name>ReceiptStep</name>
    <message>
        <source>Receipt</source>
        <translation>Acuse</translation>
    </message>
    <message>
        <source>What the receiver gives back, so that nobody can say that nothing came.</source>
        <translation>Lo que devuelve el receptor, para que nadie diga que no llegó nada.</translation>
    </message>
    <message>
        <source>Write down another receipt</source>
        <translation>Anotar otro acuse</translation>
    </message>
    <message>
        <source>Send something more</source>
        <translation>Enviar algo más</translation>
    </message>
    <message>
        <source>Write down the receipt</source>
        <translation>Anotar el acuse</translation>
    </message>
    <message>
        <source>What came back?</source>
        <translation>¿Qué devolvieron?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>Number that the receiver gave</source>
        <translation>Número que dio el receptor</translation>
    </message>
    <message>
        <source>As it stands on the paper, with its letters and strokes.</source>
        <translation>Como está en el papel, con letras y rayas.</translation>
    </message>
    <message>
        <source>Receipt code, twenty digits</source>
        <translation>Código de acuse, veinte cifras</translation>
    </message>
    <message>
        <source>Whoever opened the packet reads it out. Type what you hear.</source>
        <translation>Lo lee quien abrió el paquete. Escribir lo que se oye.</translation>
    </message>
    <message>
        <source>Who signed or answered?</source>
        <translation>¿Quién firmó o respondió?</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>It came back, or something went wrong</source>
        <translation>Lo devolvieron, o algo salió mal</translation>
    </message>
    <message>
        <source>Who had the packet</source>
        <translation>Quién tuvo el paquete</translation>
    </message>
    <message>
        <source>Nothing came back yet</source>
        <translation>Todavía no devolvieron nada</translation>
    </message>
    <message>
        <source>Call or go there, and ask for it.</source>
        <translation>Llamar o ir, y pedirlo.</translation>
    </message>
    <message>
        <source>The receiver has confirmed it. The way of this handoff is complete.</source>
        <translation>El receptor lo confirmó. El camino de esta remisión está completo.</translation>
    </message>
    <message>
        <source>Write the receipt down</source>
        <translation>Anotar el acuse</translation>
    </message>
    <message>
        <source>Choose what came back.</source>
        <translation>Elegir qué devolvieron.</translation>
    </message>
    <message>
        <source>Write the day and the hour, or press Now.</source>
        <translation>Escribir el día y la hora, o pulsar Ahora.</translation>
    </message>
    <message>
        <source>It takes twenty digits; there are {count}.</source>
        <translation>Son veinte cifras; hay {count}.</translation>
    </message>
    <message>
        <source>Incomplete, and accepted</source>
        <translation>Incompleto, y aceptado</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>The copy came back stamped, with the receiver&apos;s number.</source>
        <translation>La copia volvió sellada y con el número del receptor.</translation>
    </message>
    <message>
        <source>Stamped without a number. It counts; ask for the number later.</source>
        <translation>Con sello y sin número. Vale; pedir el número después.</translation>
    </message>
    <message>
        <source>A number without a stamp. It counts; ask for the stamp later.</source>
        <translation>Con número y sin sello. Vale; pedir el sello después.</translation>
    </message>
    <message>
        <source>It proves that this very packet was opened.</source>
        <translation>Prueba que abrieron justo este paquete.</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Read it slowly, aloud if somebody listens. Afterwards it is closed.</source>
        <translation>Leer despacio, en voz alta si alguien escucha. Después se cierra.</translation>
    </message>
    <message>
        <source>What is lacking</source>
        <translation>Lo que falta</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Qué va</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>I review it by myself, and that is written down</source>
        <translation>Reviso sola o solo, y queda anotado</translation>
    </message>
    <message>
        <source>Nobody else is reviewing</source>
        <translation>Nadie más revisa</translation>
    </message>
    <message>
        <source>If somebody else is near, let them read it. If nobody is, go on alone.</source>
        <translation>Si hay otra persona cerca, que lo lea. Si no hay nadie, seguir igual.</translation>
    </message>
    <message>
        <source>{person} prepared it, and somebody else reviews it: that is how it should be.</source>
        <translation>La preparó {person} y la revisa otra persona: así debe ser.</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Hace falta</translation>
    </message>
    <message>
        <source>May be lacking</source>
        <translation>Puede faltar</translation>
    </message>
    <message>
        <source>It is reviewed</source>
        <translation>Está revisado</translation>
    </message>
    <message>
        <source>The papers come first: see above what is lacking.</source>
        <translation>Primero los papeles: arriba dice lo que falta.</translation>
    </message>
    <message>
        <source>Tick this after reading, so that it is written down who reviewed it.</source>
        <translation>Marcar aquí después de leer, para que conste quién revisó.</translation>
    </message>
    <message>
        <source>Write who they are</source>
        <translation>Escribir quiénes son</translation>
    </message>
    <message>
        <source>Confirm by telephone</source>
        <translation>Confirmar por teléfono</translation>
    </message>
    <message>
        <source>Go to the papers</source>
        <translation>Ir a los papeles</translation>
    </message>
    <message>
        <source>Sheets: {sheets}</source>
        <translation>Hojas: {sheets}</translation>
    </message>
    <message>
        <source>Envelope of identities, closed apart</source>
        <translation>Sobre de identidades, cerrado aparte</translation>
    </message>
    <message>
        <source>Who these are: {codes}. Only the receiver&apos;s own key opens it.</source>
        <translation>Quiénes son: {codes}. Solo lo abre la llave del receptor.</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>The danger now</source>
        <translation>El peligro ahora</translation>
    </message>
    <message>
        <source>Whom they may call</source>
        <translation>A quién pueden llamar</translation>
    </message>
    <message>
        <source>Reviewed by one person alone; the journal says so.</source>
        <translation>Revisado por una sola persona; el diario lo dice.</translation>
    </message>
    <message>
        <source>Reviewed.</source>
        <translation>Revisado.</translation>
    </message>
</context>
<context>
    <name>RoadStep</name>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Write down who has the packet, each time it changes hands.</source>
        <translation>Anotar quién tiene el paquete, cada vez que cambia de manos.</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>¿Quién?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>¿Dónde?</translation>
    </message>
    <message>
        <source>How is it packed?</source>
        <translation>¿Cómo va?</translation>
    </message>
    <message>
        <source>For example: a drive in a paper envelope, closed with tape.</source>
        <translation>Por ejemplo: memoria en sobre de papel, cerrado con cinta.</translation>
    </message>
    <message>
        <source>Why was it late?</source>
        <translation>¿Por qué fue tarde?</translation>
    </message>
    <message>
        <source>One line. A late handoff goes all the same.</source>
        <translation>Una línea. Aunque sea tarde, se remite igual.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Who had the packet</source>
        <translation>Quién tuvo el paquete</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>El acuse</translation>
    </message>
    <message>
        <source>It leaves</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Who carries it?</source>
        <translation>¿Quién lo lleva?</translation>
    </message>
    <message>
        <source>It is handed over</source>
        <translation>Se entrega</translation>
    </message>
    <message>
        <source>Who took it?</source>
        <translation>¿Quién lo recibió?</translation>
    </message>
    <message>
        <source>It has left</source>
        <translation>Ya salió</translation>
    </message>
    <message>
        <source>It was handed over…</source>
        <translation>Se entregó…</translation>
    </message>
    <message>
        <source>Write the day and the hour, or press Now.</source>
        <translation>Escribir el día y la hora, o pulsar Ahora.</translation>
    </message>
    <message>
        <source>Was it handed over to {person}?</source>
        <translation>¿Se entregó a {person}?</translation>
    </message>
    <message>
        <source>From then on the receiver has it. This is not taken back afterwards.</source>
        <translation>Desde entonces lo tiene el receptor. Esto no se deshace después.</translation>
    </message>
    <message>
        <source>Yes, it was handed over</source>
        <translation>Sí, se entregó</translation>
    </message>
    <message>
        <source>Look over what was written</source>
        <translation>Revisar lo escrito</translation>
    </message>
    <message>
        <source>This meets: {deadlines}.</source>
        <translation>Con esto se cumple: {deadlines}.</translation>
    </message>
</context>
<context>
    <name>SealProgress</name>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Checking what was written</source>
        <translation>Comprobando lo escrito</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>SealStep</name>
    <message>
        <source>Seal</source>
        <translation>Sellar</translation>
    </message>
    <message>
        <source>Everything is closed into one packet that only the receiver can open.</source>
        <translation>Todo se cierra en un paquete que solo el receptor puede abrir.</translation>
    </message>
    <message>
        <source>Where is it written?</source>
        <translation>¿Dónde se escribe?</translation>
    </message>
    <message>
        <source>Best on a drive that is used for nothing else. No name stands on it.</source>
        <translation>Mejor en una memoria que no se use para otra cosa. No lleva ningún nombre.</translation>
    </message>
    <message>
        <source>Look for drives again</source>
        <translation>Buscar memorias otra vez</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>Otra carpeta</translation>
    </message>
    <message>
        <source>Give up and prepare anew</source>
        <translation>Anular y preparar otra</translation>
    </message>
    <message>
        <source>No drive is plugged in. Plug one in, or choose a folder.</source>
        <translation>No hay ninguna memoria puesta. Poner una, o elegir una carpeta.</translation>
    </message>
    <message>
        <source>Seal…</source>
        <translation>Sellar…</translation>
    </message>
    <message>
        <source>Choose first where it is written.</source>
        <translation>Elegir primero dónde se escribe.</translation>
    </message>
    <message>
        <source>It goes to {receiver}. Once it is sealed, nothing in it changes any more; what is missing then travels in another packet.</source>
        <translation>Va a {receiver}. Una vez sellado ya no cambia nada; lo que falte irá en otro paquete.</translation>
    </message>
    <message>
        <source>Seal this handoff now?</source>
        <translation>¿Sellar ahora esta remisión?</translation>
    </message>
    <message>
        <source>Seal it</source>
        <translation>Sellar</translation>
    </message>
    <message>
        <source>Look over what was written</source>
        <translation>Revisar lo escrito</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was left on the drive.</source>
        <translation>Se detuvo. En la memoria no quedó nada.</translation>
    </message>
    <message>
        <source>Drive · free: {size}</source>
        <translation>Memoria · libre: {size}</translation>
    </message>
    <message>
        <source>A folder of this laptop</source>
        <translation>Una carpeta de esta computadora</translation>
    </message>
    <message>
        <source>Where the packet is written</source>
        <translation>Dónde se escribe el paquete</translation>
    </message>
    <message>
        <source>Exported and read back</source>
        <translation>Exportado y comprobado</translation>
    </message>
    <message>
        <source>Size: {size}</source>
        <translation>Tamaño: {size}</translation>
    </message>
    <message>
        <source>Packet {packet}</source>
        <translation>Paquete {packet}</translation>
    </message>
    <message>
        <source>SHA-256 of the packet</source>
        <translation>SHA-256 del paquete</translation>
    </message>
    <message>
        <source>Digits of the key this office seals with</source>
        <translation>Cifras de la llave con que sella esta oficina</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>Se escribe</translation>
    </message>
    <message>
        <source>The papers go into one file. Who is who goes into a second envelope inside it.</source>
        <translation>Los papeles van en un solo archivo. Quién es quién va en un segundo sobre, adentro.</translation>
    </message>
    <message>
        <source>It is closed</source>
        <translation>Se cierra</translation>
    </message>
    <message>
        <source>Only the key of the receiver opens it. There is no password to send along.</source>
        <translation>Solo lo abre la llave del receptor. No hay contraseña que mandar.</translation>
    </message>
    <message>
        <source>It is read back</source>
        <translation>Se comprueba</translation>
    </message>
    <message>
        <source>Only when the drive gives back what was written does it count as exported.</source>
        <translation>Se vuelve a leer de la memoria. Solo si es igual a lo escrito cuenta como exportado.</translation>
    </message>
    <message>
        <source>Take the drive out safely and put it into an envelope without names. On the telephone, read out to the receiver the digits of the key this office seals with: then they can see that it comes from you. Whoever opens the packet finds twenty digits in it; that receipt code is entered at the end.</source>
        <translation>Sacar la memoria con cuidado y ponerla en un sobre sin nombres. Leer por teléfono al receptor las cifras de la llave con que sella esta oficina: así comprueban de quién viene. Quien abre el paquete encuentra adentro veinte cifras: es el código de acuse, que se anota al final.</translation>
    </message>
</context>
<context>
    <name>VoidHandoff</name>
    <message>
        <source>Give this handoff up</source>
        <translation>Anular esta remisión</translation>
    </message>
    <message>
        <source>It stays in the record as given up, and its papers keep their numbers. What you wrote is there again for the next one.</source>
        <translation>Queda anotada como anulada y sus papeles conservan su número. Lo escrito vuelve a estar para la siguiente.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Anular</translation>
    </message>
</context>
<context>
    <name>WriteSetback</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>¿Qué pasó?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>Who was there, or who told it?</source>
        <translation>¿Quién estaba, o quién lo contó?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>¿Dónde?</translation>
    </message>
    <message>
        <source>How it was, in one line</source>
        <translation>Cómo fue, en una línea</translation>
    </message>
    <message>
        <source>What was said, and in what state the envelope is. Without names of the case.</source>
        <translation>Qué dijeron y cómo está el sobre. Sin nombres del caso.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
</context>
</TS>
