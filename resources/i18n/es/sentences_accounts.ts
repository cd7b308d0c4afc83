<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountSentences</name>
    <message>
        <source>Your role does not include this. Ask an authority or the person in charge.</source>
        <translation>Su función no incluye esto. Pídalo a una autoridad o a quien esté a cargo.</translation>
    </message>
    <message>
        <source>This case is not here. Go back to the list of cases.</source>
        <translation>Este caso no está aquí. Vuelva a la lista de casos.</translation>
    </message>
    <message>
        <source>Somebody already signs in with this name. Add a surname or a second name.</source>
        <translation>Alguien ya entra con este nombre. Agregue un apellido o un segundo nombre.</translation>
    </message>
    <message>
        <source>Somebody who has left had this name. Add a surname or a year, so that the journal tells the two apart.</source>
        <translation>Alguien que ya se fue tenía este nombre. Agregue un apellido o el año, para que el diario distinga a las dos personas.</translation>
    </message>
    <message>
        <source>This person is not at the desk any more. Look at the list of people anew.</source>
        <translation>Esta persona ya no está en el despacho. Mire otra vez la lista de personas.</translation>
    </message>
    <message>
        <source>Nobody removes themselves. Ask another authority to do it with their key.</source>
        <translation>Nadie se quita a sí mismo. Pida a otra autoridad que lo haga con su llave.</translation>
    </message>
    <message>
        <source>This is the last authority of the desk. Add another one first, then remove this person.</source>
        <translation>Es la última autoridad del despacho. Agregue primero a otra y después quite a esta persona.</translation>
    </message>
    <message>
        <source>In {cases} cases nobody else could read everything. Give somebody else the key first, in the case under “Who can read this case”.</source>
        <translation>En {cases} casos nadie más podría leer todo. Dé primero la llave a otra persona, en el caso, con “Quién puede leer este caso”.</translation>
    </message>
    <message>
        <source>Nobody else holds the keys of the office. Add another authority or liaison first.</source>
        <translation>Nadie más tiene las llaves de la oficina. Agregue primero a otra autoridad o enlace.</translation>
    </message>
    <message>
        <source>This is the passphrase you have now. Choose another one.</source>
        <translation>Es la contraseña que tiene ahora. Elija otra.</translation>
    </message>
    <message>
        <source>This passphrase would be guessed too soon. Add more words, or use the one offered.</source>
        <translation>Esta contraseña se adivinaría demasiado pronto. Agregue más palabras o use la que se le ofrece.</translation>
    </message>
    <message>
        <source>Write the name of the person.</source>
        <translation>Escriba el nombre de la persona.</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>Marque al menos una función.</translation>
    </message>
    <message>
        <source>Nobody approves what they do themselves. Ask a second person to sign in.</source>
        <translation>Nadie aprueba lo que hace por sí mismo. Pida a otra persona que entre.</translation>
    </message>
</context>
</TS>
