<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>With it, the authorities of a community write down cases of trafficking, protect people, and hand cases over to the prosecutor. It works without the internet and sends nothing anywhere.</source>
        <translation>Con este programa las autoridades de una comunidad anotan casos de trata, protegen a las personas y remiten los casos al Ministerio Público. Funciona sin internet y no envía nada a ningún lado.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later: free to use, study and share.</source>
        <translation>Licencia Pública General de GNU, versión 3 o posterior: libre para usar, estudiar y compartir.</translation>
    </message>
    <message>
        <source>Help and diagnostics</source>
        <translation>Ayuda y diagnóstico</translation>
    </message>
</context>
<context>
    <name>AddPerson</name>
    <message>
        <source>A new person</source>
        <translation>Una persona nueva</translation>
    </message>
    <message>
        <source>The person should be here: they alone type their passphrase, and copy it on paper.</source>
        <translation>La persona debe estar presente: solo ella escribe su contraseña y la copia en papel.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What they are at this desk</source>
        <translation>Qué es en este despacho</translation>
    </message>
    <message>
        <source>Tick all that apply.</source>
        <translation>Marcar todo lo que corresponda.</translation>
    </message>
    <message>
        <source>Cases that concern them or a relative</source>
        <translation>Casos que le tocan a ella o a un familiar</translation>
    </message>
    <message>
        <source>They get no key to these: the cases do not exist for them.</source>
        <translation>No recibe llave para estos: para esa persona no existen.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Agregar a la persona</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Keys and recovery</source>
        <translation>Llaves y recuperación</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Receptores</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>DangerStep</name>
    <message>
        <source>The lock page shows them to everybody. Call both before you go on.</source>
        <translation>La página de bloqueo los muestra a cualquiera. Llame a los dos antes de seguir.</translation>
    </message>
</context>
<context>
    <name>EnterTerm</name>
    <message>
        <source>A term of office</source>
        <translation>Un cargo y su período</translation>
    </message>
    <message>
        <source>Begin to write, and the usual titles appear. You may write another one.</source>
        <translation>Al empezar a escribir aparecen los títulos de costumbre. Se puede escribir otro.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Who holds it?</source>
        <translation>¿Quién lo tiene?</translation>
    </message>
    <message>
        <source>For a post that two hold together, write down two terms.</source>
        <translation>Si dos tienen juntos el cargo, anotar dos veces, una por persona.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
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
        <source>Write it like this: 31/12/2026</source>
        <translation>Escribir así: 31/12/2026</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>When the authorities change, the desk is handed over in one act: what is there, who comes, who goes. It may take several days; each part counts as soon as it is done.</source>
        <translation>Cuando cambian las autoridades, el despacho se entrega en un solo acto: qué hay, quién entra, quién sale. Puede tomar varios días; cada parte vale desde que se hace.</translation>
    </message>
    <message>
        <source>1. What is there</source>
        <translation>1. Qué hay</translation>
    </message>
    <message>
        <source>Begin the handover</source>
        <translation>Empezar la entrega</translation>
    </message>
    <message>
        <source>An authority hands the desk over.</source>
        <translation>El despacho lo entrega una autoridad.</translation>
    </message>
    <message>
        <source>2. Who comes</source>
        <translation>2. Quién entra</translation>
    </message>
    <message>
        <source>An account for each, and the office they hold.</source>
        <translation>Una cuenta para cada persona, y el cargo que tiene.</translation>
    </message>
    <message>
        <source>3. Whose office ends</source>
        <translation>3. Qué cargos terminan</translation>
    </message>
    <message>
        <source>4. Who goes</source>
        <translation>4. Quién sale</translation>
    </message>
    <message>
        <source>Whoever stays with another office is not removed.</source>
        <translation>Quien se queda con otro cargo no se quita.</translation>
    </message>
    <message>
        <source>5. The new sheet and the end</source>
        <translation>5. La hoja nueva y el final</translation>
    </message>
    <message>
        <source>Who kept the recovery sheet may go too: make a new one.</source>
        <translation>Quien guardaba la hoja de recuperación también puede irse: haga una nueva.</translation>
    </message>
    <message>
        <source>Are those who hand over here?</source>
        <translation>¿Están presentes quienes entregan?</translation>
    </message>
    <message>
        <source>The desk is handed over</source>
        <translation>El despacho queda entregado</translation>
    </message>
    <message>
        <source>Give the handover up</source>
        <translation>Dejar la entrega</translation>
    </message>
    <message>
        <source>So far: {came} came, {begun} offices begun, {ended} ended, {left} went.</source>
        <translation>Hasta ahora: entraron {came}, empezaron {begun} cargos, terminaron {ended}, salieron {left}.</translation>
    </message>
    <message>
        <source>A new sheet was made in this handover.</source>
        <translation>En esta entrega se hizo una hoja nueva.</translation>
    </message>
    <message>
        <source>The sheet is the one there was before this handover.</source>
        <translation>La hoja es la que había antes de esta entrega.</translation>
    </message>
    <message>
        <source>It ends today</source>
        <translation>Termina hoy</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>Is working now</source>
        <translation>Está trabajando ahora</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Choose one: it is written down.</source>
        <translation>Elija una opción: queda anotada.</translation>
    </message>
    <message>
        <source>Is everything handed over?</source>
        <translation>¿Está todo entregado?</translation>
    </message>
    <message>
        <source>It is written into the journal with what was there, who came and who went.</source>
        <translation>Se anota en el diario con lo que había, quién entró y quién salió.</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Casos abiertos</translation>
    </message>
    <message>
        <source>Deadlines that run</source>
        <translation>Plazos que corren</translation>
    </message>
    <message>
        <source>Handoffs without a receipt</source>
        <translation>Remisiones sin acuse</translation>
    </message>
    <message>
        <source>People with an account</source>
        <translation>Personas con cuenta</translation>
    </message>
    <message>
        <source>Offices held today</source>
        <translation>Cargos ocupados hoy</translation>
    </message>
    <message>
        <source>Yes, they are here</source>
        <translation>Sí, están presentes</translation>
    </message>
    <message>
        <source>No: another authority does it</source>
        <translation>No: lo hace otra autoridad</translation>
    </message>
    <message>
        <source>No: the desk was opened with the recovery sheet</source>
        <translation>No: el despacho se abrió con la hoja de recuperación</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Another passphrase</source>
        <translation>Otra contraseña</translation>
    </message>
    <message>
        <source>The passphrase you have now</source>
        <translation>La contraseña que tiene ahora</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Falta este dato.</translation>
    </message>
    <message>
        <source>This is not the passphrase you have now.</source>
        <translation>Esta no es la contraseña que tiene ahora.</translation>
    </message>
    <message>
        <source>Let this computer open the desk</source>
        <translation>Que esta computadora abra el despacho</translation>
    </message>
    <message>
        <source>Whoever uses this computer&apos;s account can then open the desk as you, without knowing your passphrase, and so can every program that runs in it. A thief who gets past the computer&apos;s own password has the desk. Leave it off on a shared laptop.</source>
        <translation>Quien use la cuenta de esta computadora podrá abrir el despacho como si fuera usted, sin saber su contraseña, y también cualquier programa que corra en ella. Un ladrón que pase la contraseña de la computadora tiene el despacho. En una computadora compartida, déjelo apagado.</translation>
    </message>
    <message>
        <source>Your passphrase goes on opening the desk. It can be turned off here.</source>
        <translation>Su contraseña sigue abriendo el despacho. Se puede apagar aquí mismo.</translation>
    </message>
    <message>
        <source>I know it, and this computer is used by me alone</source>
        <translation>Lo sé, y esta computadora la uso solo yo</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation>Dejarlo apagado</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Encenderlo</translation>
    </message>
    <message>
        <source>Tick this first, if it is so.</source>
        <translation>Marque esto primero, si es así.</translation>
    </message>
    <message>
        <source>Change it if somebody may have seen it. The old one is asked.</source>
        <translation>Cámbiela si alguien pudo haberla visto. Se pide la anterior.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Cambiar mi contraseña</translation>
    </message>
    <message>
        <source>Opening with this computer</source>
        <translation>Abrir con esta computadora</translation>
    </message>
    <message>
        <source>Let this computer open the desk…</source>
        <translation>Que esta computadora abra el despacho…</translation>
    </message>
    <message>
        <source>The way back on paper</source>
        <translation>La vuelta en papel</translation>
    </message>
    <message>
        <source>When a passphrase is forgotten, only the recovery sheet opens the desk again.</source>
        <translation>Cuando se olvida una contraseña, solo la hoja de recuperación vuelve a abrir el despacho.</translation>
    </message>
    <message>
        <source>Make a new recovery sheet</source>
        <translation>Hacer una nueva hoja de recuperación</translation>
    </message>
    <message>
        <source>An authority makes a new sheet.</source>
        <translation>La hoja nueva la hace una autoridad.</translation>
    </message>
    <message>
        <source>Only with my passphrase</source>
        <translation>Solo con mi contraseña</translation>
    </message>
    <message>
        <source>The sheet does not reach {number} keys yet, of cases that you do not read. It reaches them once those who read them have signed in.</source>
        <translation>La hoja no alcanza todavía {number} llaves, de casos que usted no lee. Las alcanzará cuando hayan entrado quienes los leen.</translation>
    </message>
    <message>
        <source>Since the sheet was printed the store has got a new key, because somebody left. What is typed still opens it; the square does not. Make a new sheet when there is time.</source>
        <translation>Desde que se imprimió la hoja, el almacén tiene una llave nueva porque alguien se fue. Lo escrito en la hoja sigue abriendo; el cuadro no. Haga una hoja nueva cuando haya tiempo.</translation>
    </message>
    <message>
        <source>This computer opens the desk for you, without your passphrase.</source>
        <translation>Esta computadora abre el despacho para usted, sin su contraseña.</translation>
    </message>
    <message>
        <source>Off: only your passphrase opens the desk. So it should stay on a shared laptop.</source>
        <translation>Apagado: solo su contraseña abre el despacho. Así debe quedar en una computadora compartida.</translation>
    </message>
    <message>
        <source>It stands on one sheet with a code of four rows. Keep it away from the laptop.</source>
        <translation>Está en una hoja con un código de cuatro filas. Guárdela lejos de la computadora.</translation>
    </message>
    <message>
        <source>It stands on three sheets of words, of which any two open. One is outside the community.</source>
        <translation>Está en tres hojas de palabras; dos cualesquiera abren. Una está fuera de la comunidad.</translation>
    </message>
</context>
<context>
    <name>NewPaper</name>
    <message>
        <source>A new recovery sheet</source>
        <translation>Una nueva hoja de recuperación</translation>
    </message>
    <message>
        <source>The sheets there are now open nothing any more once this is done. Everybody at the desk is told when they sign in.</source>
        <translation>Cuando termine, las hojas que hay ahora ya no abrirán nada. A todas las personas del despacho se les avisa cuando entren.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Imprimirla</translation>
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
        <source>Print it, or copy it by hand, sign by sign. It is shown only now.</source>
        <translation>Imprímala o cópiela a mano, signo por signo. Solo se muestra ahora.</translation>
    </message>
    <message>
        <source>Type this from the paper, so that it is certain that it can be read.</source>
        <translation>Escriba esto mirando el papel, para tener la certeza de que se puede leer.</translation>
    </message>
    <message>
        <source>From now on this sheet counts</source>
        <translation>Desde ahora vale esta hoja</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Who can open this desk, each with a passphrase of their own.</source>
        <translation>Quiénes pueden abrir este despacho, cada quien con su contraseña.</translation>
    </message>
    <message>
        <source>People of the desk</source>
        <translation>Personas del despacho</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Agregar a una persona</translation>
    </message>
    <message>
        <source>Remove the person marked</source>
        <translation>Quitar a la persona marcada</translation>
    </message>
    <message>
        <source>An authority adds people. Ask one to do it here.</source>
        <translation>Una autoridad agrega personas. Pedirle que lo haga aquí.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>Receivers</name>
    <message>
        <source>The offices that cases go to. Each has a key; only that key opens what is sent to it. Call, and let them read out its digits, before anything is sent.</source>
        <translation>Las oficinas a las que van los casos. Cada una tiene una llave; solo esa llave abre lo que se le envía. Llamar y pedir que lean sus cifras antes de enviar nada.</translation>
    </message>
    <message>
        <source>Enter a receiver</source>
        <translation>Ingresar un receptor</translation>
    </message>
    <message>
        <source>No receiver yet</source>
        <translation>Todavía no hay receptores</translation>
    </message>
    <message>
        <source>Ask the prosecutor&apos;s office for its key. Meanwhile the papers can go printed.</source>
        <translation>Pedir su llave a la oficina del Ministerio Público. Mientras tanto, los papeles pueden ir impresos.</translation>
    </message>
    <message>
        <source>Confirm by telephone</source>
        <translation>Confirmar por teléfono</translation>
    </message>
    <message>
        <source>Confirm again</source>
        <translation>Confirmar otra vez</translation>
    </message>
</context>
<context>
    <name>RemovePerson</name>
    <message>
        <source>Remove {name}?</source>
        <translation>¿Quitar a {name}?</translation>
    </message>
    <message>
        <source>The person cannot open the desk any more. Every case that they could read, the office and the store get new keys, which they do not have. What they did stays in the journal under their name.</source>
        <translation>La persona ya no podrá abrir el despacho. Cada caso que podía leer, la oficina y el almacén reciben llaves nuevas que ella no tiene. Lo que hizo queda en el diario con su nombre.</translation>
    </message>
    <message>
        <source>What they read, printed or copied before, backups too, they can go on reading. Ask for papers, drives and sheets back.</source>
        <translation>Lo que leyó, imprimió o copió antes, también las copias de seguridad, lo puede seguir leyendo. Pida que devuelva papeles, memorias y hojas.</translation>
    </message>
    <message>
        <source>If they sealed packets, the office signs with a new key from now on: tell the prosecutor&apos;s office its new figures.</source>
        <translation>Si sellaba paquetes, desde ahora la oficina firma con una llave nueva: avise a la fiscalía las nuevas cifras.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Remove the person</source>
        <translation>Quitar a la persona</translation>
    </message>
    <message>
        <source>Changing the keys…</source>
        <translation>Cambiando las llaves…</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minutos</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Bloquearse solo después de</translation>
    </message>
    <message>
        <source>When nobody touches it. What is typed is kept and offered again.</source>
        <translation>Cuando nadie lo toca. Lo escrito se guarda y se ofrece otra vez.</translation>
    </message>
    <message>
        <source>Change the telephones</source>
        <translation>Cambiar los teléfonos</translation>
    </message>
    <message>
        <source>Telephones for danger</source>
        <translation>Teléfonos de peligro</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Put them on the lock page</source>
        <translation>Ponerlos en la página de bloqueo</translation>
    </message>
    <message>
        <source>The lock page shows them to everybody, without opening the desk.</source>
        <translation>La página de bloqueo los muestra a cualquiera, sin abrir el despacho.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Who holds an office today, and who held it before. Two may hold one post. What is written stays true for the papers of its time.</source>
        <translation>Quién tiene cada cargo hoy y quién lo tuvo antes. Dos pueden tener el mismo. Lo anotado sigue valiendo para los papeles de su tiempo.</translation>
    </message>
    <message>
        <source>Terms of office</source>
        <translation>Cargos y períodos</translation>
    </message>
    <message>
        <source>Write down a term of office</source>
        <translation>Anotar un cargo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Empieza después</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>Quién lo tiene</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Estado</translation>
    </message>
</context>
</TS>
