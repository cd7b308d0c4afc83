<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CodeStep</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Hoja de recuperación</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, only this sheet opens the desk again.</source>
        <translation>Si se olvida la contraseña, solo esta hoja vuelve a abrir el despacho.</translation>
    </message>
    <message>
        <source>0 is always zero and 1 always one: it has no O, I, L or U.</source>
        <translation>El 0 siempre es cero y el 1 siempre es uno: no hay letras O, I, L ni U.</translation>
    </message>
</context>
<context>
    <name>CommunityStep</name>
    <message>
        <source>Community and authority</source>
        <translation>Comunidad y autoridad</translation>
    </message>
    <message>
        <source>This stands at the head of every paper.</source>
        <translation>Estos datos encabezan todos los documentos.</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Comunidad</translation>
    </message>
    <message>
        <source>Organisation it belongs to</source>
        <translation>Organización a la que pertenece</translation>
    </message>
    <message>
        <source>For example the ayllu, marka, central or federation above it.</source>
        <translation>Por ejemplo el ayllu, la marka, la central o la federación.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Municipio</translation>
    </message>
    <message>
        <source>Its INE code</source>
        <translation>Código INE del municipio</translation>
    </message>
    <message>
        <source>Office of the authority</source>
        <translation>Cargo de la autoridad</translation>
    </message>
    <message>
        <source>The title of the office you hold or work for. You may write another one.</source>
        <translation>El cargo que usted ejerce o para el que trabaja. Puede escribir otro.</translation>
    </message>
    <message>
        <source>Letter of this desk</source>
        <translation>Letra de este despacho</translation>
    </message>
    <message>
        <source>It is part of every case number. A second laptop takes another letter.</source>
        <translation>Forma parte del número de cada caso. Una segunda computadora lleva otra letra.</translation>
    </message>
</context>
<context>
    <name>CountryStep</name>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>It decides the words, the papers and the deadlines of this desk.</source>
        <translation>De él dependen las palabras, los documentos y los plazos de este despacho.</translation>
    </message>
    <message>
        <source>Choose the country.</source>
        <translation>Elija el país.</translation>
    </message>
</context>
<context>
    <name>DangerStep</name>
    <message>
        <source>Telephones for danger</source>
        <translation>Teléfonos para el peligro</translation>
    </message>
    <message>
        <source>The lock page shows them to everybody. Call both before you go on.</source>
        <translation>La pantalla de bloqueo los muestra a cualquier persona. Llame a los dos antes de seguir.</translation>
    </message>
    <message>
        <source>First telephone</source>
        <translation>Primer teléfono</translation>
    </message>
    <message>
        <source>Second telephone</source>
        <translation>Segundo teléfono</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Quién atiende</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>I have called it and somebody answers</source>
        <translation>He llamado y contestan</translation>
    </message>
    <message>
        <source>Call this number first, then tick here.</source>
        <translation>Llame primero a este número y luego marque aquí.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Making the keys of the desk…</source>
        <translation>Creando las llaves del despacho…</translation>
    </message>
    <message>
        <source>Putting the desk in its place…</source>
        <translation>Guardando el despacho en su lugar…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Paso {number} de {total}</translation>
    </message>
    <message>
        <source>Found the desk</source>
        <translation>Crear el despacho</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Founding the desk</source>
        <translation>Crear el despacho</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Language and text</source>
        <translation>Idioma y letra</translation>
    </message>
    <message>
        <source>Choose what you read best. It can be changed at any time.</source>
        <translation>Elija lo que lea mejor. Puede cambiarlo en cualquier momento.</translation>
    </message>
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
        <source>Was there a desk before?</source>
        <translation>¿Ya había un despacho?</translation>
    </message>
    <message>
        <source>On another laptop, or on this one: it comes back whole from a backup.</source>
        <translation>En otra computadora o en esta: vuelve entero desde una copia.</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Restaurar desde una copia</translation>
    </message>
</context>
<context>
    <name>NewPaper</name>
    <message>
        <source>Print it, or copy it by hand, sign by sign. It is shown only now.</source>
        <translation>Imprímala o cópiela a mano, signo por signo. Solo se muestra ahora.</translation>
    </message>
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
    <name>PassphraseStep</name>
    <message>
        <source>Your passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Several words that only you know. Nobody can find them out for you.</source>
        <translation>Varias palabras que solo usted sepa. Nadie puede averiguarlas por usted.</translation>
    </message>
    <message>
        <source>If it is forgotten</source>
        <translation>Si se olvida</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Make one for me</source>
        <translation>Crear una para mí</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Copy it on paper first and keep the paper apart from the laptop.</source>
        <translation>Cópiela antes en papel y guarde el papel lejos de la computadora.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>Las dos no son iguales. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>Write several words.</source>
        <translation>Escriba varias palabras.</translation>
    </message>
    <message>
        <source>Too short still: add words.</source>
        <translation>Todavía corta: agregue palabras.</translation>
    </message>
    <message>
        <source>Weak: it would be guessed soon. Add words.</source>
        <translation>Débil: se adivinaría pronto. Agregue palabras.</translation>
    </message>
    <message>
        <source>Almost: add one more word.</source>
        <translation>Casi: agregue una palabra más.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
    <message>
        <source>Very strong.</source>
        <translation>Muy fuerte.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>You open the desk with this name. Others are added later.</source>
        <translation>Con este nombre abre el despacho. Las demás personas se agregan después.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>What you are at this desk</source>
        <translation>Su función en este despacho</translation>
    </message>
    <message>
        <source>Tick all that apply. Who is alone may be everything.</source>
        <translation>Marque todo lo que corresponda. Quien está a solas puede serlo todo.</translation>
    </message>
    <message>
        <source>Tick at least one.</source>
        <translation>Marque al menos una.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Authority</source>
        <translation>Autoridad</translation>
    </message>
    <message>
        <source>Decides, presides, signs; may do everything a case needs.</source>
        <translation>Decide, preside y firma; puede hacer todo lo que un caso necesita.</translation>
    </message>
    <message>
        <source>Clerk of records</source>
        <translation>Secretaría de actas</translation>
    </message>
    <message>
        <source>Writes, prints and keeps the papers.</source>
        <translation>Escribe, imprime y guarda los documentos.</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Carries cases to the prosecutor and brings the receipt.</source>
        <translation>Lleva los casos a la fiscalía y trae el acuse de recibo.</translation>
    </message>
    <message>
        <source>Community defender</source>
        <translation>Defensora comunitaria</translation>
    </message>
    <message>
        <source>Raises the alert and accompanies; sees her own cases.</source>
        <translation>Da la alerta y acompaña; ve sus propios casos.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>One sheet</source>
        <translation>Una hoja</translation>
    </message>
    <message>
        <source>Whoever holds it, and this laptop, reads everything. One person keeps it.</source>
        <translation>Quien la tiene, con esta computadora, lee todo. La guarda una persona.</translation>
    </message>
    <message>
        <source>Three sheets, of which any two open</source>
        <translation>Tres hojas; dos cualesquiera abren</translation>
    </message>
    <message>
        <source>Three people keep them, one of them outside the community. One sheet alone is of no use.</source>
        <translation>Las guardan tres personas, una de ellas fuera de la comunidad. Una sola hoja no sirve para nada.</translation>
    </message>
    <message>
        <source>Whoever holds this sheet reads everything in the desk, the identities of protected persons too. Put it in a closed envelope and give it to somebody you trust, away from the laptop.</source>
        <translation>Quien tiene esta hoja puede leer todo el despacho, también las identidades de las personas protegidas. Guárdela en un sobre cerrado con alguien de su confianza, lejos de la computadora.</translation>
    </message>
    <message>
        <source>Any two of these sheets read everything in the desk, the identities of protected persons too. Give each to another person, in a closed envelope, and one of them to somebody outside the community.</source>
        <translation>Con dos de estas hojas se lee todo el despacho, también las identidades de las personas protegidas. Dé cada una a otra persona, en sobre cerrado, y una de ellas a alguien de fuera de la comunidad.</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>Hoja {number}</translation>
    </message>
    <message>
        <source>This is not what stands on the sheet. Compare it once more.</source>
        <translation>Esto no es lo que dice la hoja. Compárelo otra vez.</translation>
    </message>
    <message>
        <source>Sheet {number}, word {place}</source>
        <translation>Hoja {number}, palabra {place}</translation>
    </message>
    <message>
        <source>Print the sheets</source>
        <translation>Imprimir las hojas</translation>
    </message>
    <message>
        <source>Use a printer that you can watch and that is not shared: printers and their queues keep copies. Take all sheets with you.</source>
        <translation>Use una impresora que pueda vigilar y que no sea compartida: las impresoras y sus colas guardan copias. Llévese todas las hojas.</translation>
    </message>
    <message>
        <source>This laptop knows no printer. Copy what stands on the screen by hand.</source>
        <translation>Esta computadora no conoce ninguna impresora. Copie a mano lo que está en la pantalla.</translation>
    </message>
    <message>
        <source>How it stands on paper</source>
        <translation>Cómo está en papel</translation>
    </message>
</context>
<context>
    <name>TypeBackStep</name>
    <message>
        <source>Prove the sheet</source>
        <translation>Comprobar la hoja</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Fila {row}</translation>
    </message>
</context>
</TS>
