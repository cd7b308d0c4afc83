<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message>
        <source>This store is older than it was: an earlier copy was put in its place, and what was done since is missing. Write nothing more. Compare the last number on paper, under Journal, and tell the other authorities.</source>
        <translation>Este almacén es anterior a lo que ya hubo: se puso en su lugar una copia más vieja y falta lo que se hizo después. No escriba nada más. Compare el último número en papel, en la página Diario, y avise a las otras autoridades.</translation>
    </message>
    <message>
        <source>{when}: somebody opened the desk with the recovery sheet, which reaches the identities too. Ask who it was; if nobody knows, tell the other authorities.</source>
        <translation>{when}: alguien abrió el despacho con la hoja de recuperación, que alcanza también las identidades. Pregunte quién fue; si nadie lo sabe, avise a las otras autoridades.</translation>
    </message>
    <message>
        <source>{when}: {name} made a new recovery sheet. The ones before open nothing any more.</source>
        <translation>{when}: {name} hizo una nueva hoja de recuperación. Las anteriores ya no abren nada.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong in the program. What you typed is kept. If it happens again, tell this reference to whoever looks after the program: {reference}</source>
        <translation>Algo falló en el programa. Lo que escribió está guardado. Si vuelve a pasar, dé esta referencia a quien cuida el programa: {reference}</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
    <message>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>ma</translation>
    </message>
    <message>
        <source>We</source>
        <translation>mi</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>ju</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>vi</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>sá</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>do</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>A second person</source>
        <translation>Una segunda persona</translation>
    </message>
    <message>
        <source>Some acts belong to two: sealing a handoff, adding or removing somebody. Alone they are possible too, and flagged. The second person takes part until the button is pressed again or the desk locks.</source>
        <translation>Algunos actos son de dos: sellar una remisión, agregar o quitar a alguien. A solas también se puede, y queda señalado. La segunda persona toma parte hasta que se vuelva a apretar el botón o se bloquee el despacho.</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>They type their own passphrase.</source>
        <translation>Escribe su propia contraseña.</translation>
    </message>
    <message>
        <source>They signed on paper</source>
        <translation>Firmó en papel</translation>
    </message>
    <message>
        <source>An authority without an account. The journal says where the paper is kept.</source>
        <translation>Una autoridad sin cuenta. El diario dice dónde se guarda el papel.</translation>
    </message>
    <message>
        <source>How do they take part?</source>
        <translation>¿Cómo toma parte?</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>Quién firmó</translation>
    </message>
    <message>
        <source>Where the paper is kept</source>
        <translation>Dónde se guarda el papel</translation>
    </message>
    <message>
        <source>For example: book 2, folio 14.</source>
        <translation>Por ejemplo: libro 2, folio 14.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Tomar parte</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Falta este dato.</translation>
    </message>
    <message>
        <source>Signed on paper: {who}, {folio}</source>
        <translation>Firmado en papel: {who}, {folio}</translation>
    </message>
    <message>
        <source>End the second person</source>
        <translation>Terminar segunda persona</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Segunda persona</translation>
    </message>
    <message>
        <source>Second person: {name}</source>
        <translation>Segunda persona: {name}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Locks in {minutes} min</source>
        <translation>Se bloquea en {minutes} min</translation>
    </message>
    <message>
        <source>Draft kept {hour}</source>
        <translation>Borrador guardado {hour}</translation>
    </message>
    <message>
        <source>Drafts: {number}</source>
        <translation>Borradores: {number}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>Ayuda de esta pantalla</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Bloquear el despacho</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation>Ocultar todo</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Tamaño de letra normal</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>Esta lista de teclas</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Nobody has touched the desk for a while. It locks within a minute. Any key stops it.</source>
        <translation>Hace rato que nadie usa el despacho. Se bloquea en un minuto. Cualquier tecla lo detiene.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
</context>
</TS>
