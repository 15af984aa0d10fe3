import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator on the phone in Spanish, about linked browsers and the keys that only they can use. */
export const linked: AuthenticatorWords['linked'] = {
  title: 'Navegadores vinculados',
  none: 'No hay ningún navegador vinculado',
  noneLead:
    'En la extensión del navegador de su ordenador, elija «Recordar otro dispositivo» y escanee el código que muestra.',
  scan: 'Escanear el código',
  listens:
    'Encuentran este teléfono mientras la aplicación está abierta. Si no lo está, una notificación le pide que la abra.',
  unlinkNamed: ({ name }) => `Desvincular ${name}`,
  unlinkTitle: ({ name }) => `¿Desvincular ${name}?`,
  unlinkLead:
    'Ya no podrá preguntar a este teléfono. Una clave de esta aplicación solo funciona con navegadores vinculados.',
  unlink: 'Desvincular',
  unlinked: 'El navegador se desvinculó.',
  ask: {
    title: '¿Vincular un navegador?',
    lead: ({ server }) =>
      `Siga solo si abrió este código usted, en su propio navegador, con la sesión iniciada en ${server}.`,
    which: '¿Para qué cuenta?',
    goOn: 'Seguir',
    meeting: 'Buscando el navegador …',
    noAccountTitle: 'Su cuenta todavía no está en este teléfono',
    noAccount: 'Añádala primero y escanee el código otra vez.',
    lockTitle: 'Elija primero un bloqueo de la aplicación',
    lock: 'Lo que el navegador puede pedir le deja entrar, así que la aplicación tiene que estar bloqueada. Elija un bloqueo y vuelva.',
    chooseLock: 'Elegir un bloqueo',
    digits: 'Seis cifras',
    digitsLead: 'Escriba las cifras que su navegador muestra ahora',
    digitsNeeded: 'Escriba las seis cifras.',
    link: 'Vincular',
    done: 'El navegador está vinculado',
    doneLead: 'Cuando inicie sesión allí, preguntará a este teléfono.',
    failedTitle: 'No se vinculó nada',
    wrong: 'Esas no son las cifras que muestra el navegador. Empiece allí de nuevo.',
    gone: 'El navegador ya no está. Haga que muestre un código nuevo.',
  },
  key: {
    badge: 'Clave de esta aplicación',
    create: 'Crear una clave de esta aplicación',
    lead: 'Se queda en esta aplicación, y solo pueden usarla los navegadores que usted vinculó. Para el navegador de este teléfono necesita además una clave de acceso.',
    confirm: 'Confirme con lo que abre la aplicación.',
    creating: 'Su organización la mira …',
    done: 'Clave registrada',
    doneLead:
      'Su navegador vinculado la pide desde ahora. Tenga la aplicación abierta cuando inicie sesión allí.',
    exists: 'Esta aplicación ya tiene una clave para esta cuenta',
    existsLead: 'Con una basta: cada navegador vinculado puede usarla.',
    name: ({ device }) => `Authenticator en ${device}`,
    removeLead:
      'Se elimina aquí y en su organización, las dos cosas a la vez. Ya no podrá iniciar sesión con ella.',
    useless: 'No hay ningún navegador vinculado, así que nada puede usarla.',
  },
  call: {
    lead: ({ name }) => `${name} pregunta. Siga solo si está iniciando sesión allí ahora.`,
    site: 'Sitio',
    account: 'Cuenta',
    which: '¿Qué cuenta?',
    agree: 'Iniciar sesión',
    deny: 'No, no soy yo',
    done: 'Sesión iniciada',
    doneLead: 'La otra pantalla sigue por sí misma.',
  },
}
