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
        <source>Offices</source>
        <translation>Cargos</translation>
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
        <source>Telephones for danger</source>
        <translation>Teléfonos de peligro</translation>
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
