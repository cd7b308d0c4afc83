<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>Justice Desk: records community proceedings and hands trafficking cases over to the prosecutor.

  app.py                            open the desk in a window
      --store FOLDER                use the store in this folder instead of the usual one
  app.py demo --out FOLDER          do the whole main job without a window, on a fictitious case
      --country bo|gt               the country of the case (bo)
  app.py store check FOLDER         verify a store: pages, keys, journal
      --passphrase-stdin            read the passphrase from standard input instead of asking for it
  app.py packet verify PACKET       check a packet without unpacking it
  app.py packet open PACKET         check a packet and unpack it
      --identity FILE               the age identity that it was sealed to
      --keys FOLDER                 the signing keys that are believed (files as ssh-keygen reads them)
      --out FOLDER                  where to unpack it (open only)
  app.py self-test                  check that everything the program needs came with it
  app.py --version
  app.py --help

  --language es|en                  answer in this language

A command ends with 0 if all is well, 1 if what it checked is damaged or not believable, 2 if it could
not do what was asked.
</source>
        <translation>Justice Desk: registra lo actuado por la comunidad y remite los casos de trata a la fiscalía.

  app.py                            abrir el programa en una ventana
      --store CARPETA               usar el almacén de esta carpeta en vez del habitual
  app.py demo --out CARPETA         hacer todo el trabajo sin ventana, con un caso ficticio
      --country bo|gt               el país del caso (bo)
  app.py store check CARPETA        comprobar un almacén: páginas, llaves, diario
      --passphrase-stdin            leer la frase de paso de la entrada estándar en vez de pedirla
  app.py packet verify PAQUETE      comprobar un paquete sin desempaquetarlo
  app.py packet open PAQUETE        comprobar un paquete y desempaquetarlo
      --identity ARCHIVO            la identidad age para la que fue sellado
      --keys CARPETA                las llaves de firma en las que se confía (como las lee ssh-keygen)
      --out CARPETA                 dónde desempaquetarlo (solo con open)
  app.py self-test                  comprobar que vino todo lo que el programa necesita
  app.py --version
  app.py --help

  --language es|en                  responder en este idioma

Un comando termina con 0 si todo está bien, con 1 si lo que comprobó está dañado o no es creíble, y con 2
si no pudo hacer lo que se le pidió.
</translation>
    </message>
    <message>
        <source>The whole main job was done on a fictitious case. Everything lies in:</source>
        <translation>Todo el trabajo se hizo con un caso ficticio. Todo queda en:</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>Sellado por</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remitente</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Identity annex</source>
        <translation>Anexo de identidades</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>Código de acuse</translation>
    </message>
    <message>
        <source>The packet is whole, and sealed by a key that you trust.</source>
        <translation>El paquete está completo y sellado por una llave en la que se confía.</translation>
    </message>
    <message>
        <source>Country profiles</source>
        <translation>Perfiles de los países</translation>
    </message>
    <message>
        <source>Templates of papers</source>
        <translation>Plantillas de los documentos</translation>
    </message>
    <message>
        <source>Typefaces</source>
        <translation>Tipos de letra</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Íconos</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traducciones</translation>
    </message>
    <message>
        <source>The parts of the window</source>
        <translation>Las partes de la ventana</translation>
    </message>
    <message>
        <source>The system&apos;s places for keys</source>
        <translation>Los lugares del sistema para guardar llaves</translation>
    </message>
    <message>
        <source>An encrypted store</source>
        <translation>Un almacén cifrado</translation>
    </message>
    <message>
        <source>A paper as PDF</source>
        <translation>Un documento en PDF</translation>
    </message>
    <message>
        <source>Acts in the journal: {size} · head {head}</source>
        <translation>Actos en el diario: {size} · cabeza {head}</translation>
    </message>
    <message>
        <source>The store is damaged. Copy its folder to a drive before anything else is done.</source>
        <translation>El almacén está dañado. Antes de hacer otra cosa, copiar su carpeta a una memoria.</translation>
    </message>
    <message>
        <source>The store is whole: header, pages, keys and journal verify.</source>
        <translation>El almacén está completo: cabecera, páginas, llaves y diario se comprueban.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Frase de paso: </translation>
    </message>
    <message>
        <source>One of the two copies of the header is missing</source>
        <translation>Falta una de las dos copias de la cabecera</translation>
    </message>
    <message>
        <source>One of the two copies of the header cannot be read</source>
        <translation>Una de las dos copias de la cabecera no se puede leer</translation>
    </message>
    <message>
        <source>A copy of the header was changed from outside</source>
        <translation>Una copia de la cabecera fue cambiada desde fuera</translation>
    </message>
    <message>
        <source>A copy of the header is older than the other</source>
        <translation>Una copia de la cabecera es más antigua que la otra</translation>
    </message>
    <message>
        <source>The database is missing</source>
        <translation>Falta la base de datos</translation>
    </message>
    <message>
        <source>A page of the database is damaged</source>
        <translation>Una página de la base de datos está dañada</translation>
    </message>
    <message>
        <source>The structure of the database is damaged</source>
        <translation>La estructura de la base de datos está dañada</translation>
    </message>
    <message>
        <source>A row refers to one that is not there</source>
        <translation>Una fila se refiere a otra que no está</translation>
    </message>
    <message>
        <source>The store is of an older version: opening the desk renews it</source>
        <translation>El almacén es de una versión anterior: se renueva al abrir el programa</translation>
    </message>
    <message>
        <source>The store is of a newer version of the program</source>
        <translation>El almacén es de una versión más nueva del programa</translation>
    </message>
    <message>
        <source>A table or a guard of the database was changed</source>
        <translation>Una tabla o un resguardo de la base de datos fue cambiado</translation>
    </message>
    <message>
        <source>An entry of the journal is missing</source>
        <translation>Falta una entrada del diario</translation>
    </message>
    <message>
        <source>An entry of the journal cannot be read</source>
        <translation>Una entrada del diario no se puede leer</translation>
    </message>
    <message>
        <source>An entry of the journal was changed</source>
        <translation>Una entrada del diario fue cambiada</translation>
    </message>
    <message>
        <source>The signature of a journal entry is false</source>
        <translation>La firma de una entrada del diario es falsa</translation>
    </message>
    <message>
        <source>The journal is shorter than what was witnessed: an older copy</source>
        <translation>El diario es más corto que lo atestiguado: es una copia antigua</translation>
    </message>
    <message>
        <source>What was noted of the journal beside the store is no note</source>
        <translation>Lo que se anotó del diario junto al almacén no es una anotación válida</translation>
    </message>
    <message>
        <source>The recovery code does not reach a key</source>
        <translation>El código de recuperación no alcanza una llave</translation>
    </message>
    <message>
        <source>Somebody holds a key who is not admitted</source>
        <translation>Alguien tiene una llave sin estar admitido</translation>
    </message>
    <message>
        <source>A sealed key does not open</source>
        <translation>Una llave sellada no se abre</translation>
    </message>
    <message>
        <source>Somebody is admitted and holds no key</source>
        <translation>Alguien está admitido y no tiene llave</translation>
    </message>
    <message>
        <source>A way in belongs to no account</source>
        <translation>Una entrada al almacén no pertenece a ninguna cuenta</translation>
    </message>
    <message>
        <source>An account has no way in</source>
        <translation>Una cuenta no tiene entrada al almacén</translation>
    </message>
    <message>
        <source>The keys of an account are not those of its way in</source>
        <translation>Las llaves de una cuenta no son las de su entrada</translation>
    </message>
    <message>
        <source>An account has a role that the program does not know</source>
        <translation>Una cuenta tiene un rol que el programa no conoce</translation>
    </message>
    <message>
        <source>The program made a mistake. Tell whoever looks after it this reference: {code}</source>
        <translation>El programa cometió un error. Comunicar esta referencia a quien lo cuida: {code}</translation>
    </message>
</context>
</TS>
