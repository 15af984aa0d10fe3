import type { PortalWords } from '../english.ts'

export const steps: PortalWords['steps'] = {
  creating: {
    thisDeviceTitle: 'Crear una clave de acceso en este dispositivo',
    thisDevice: 'El dispositivo le pedirá la huella, el rostro o el PIN. Nada de eso sale nunca de él.',
    otherDeviceTitle: 'Crear una clave de acceso en otro dispositivo',
    otherDevice:
      'El navegador muestra un código. Escanéelo con la cámara del teléfono o de la tableta. El Bluetooth debe estar activado en los dos.',
    securityKeyTitle: 'Añadir una llave de seguridad',
    securityKey: 'Conecte la llave o acérquela al dispositivo, escriba su PIN y tóquela cuando parpadee.',
    create: 'Crear la clave de acceso',
    waiting: 'Su dispositivo pregunta dónde guardar la clave de acceso. Siga sus pasos.',
    another: 'Elegir otra forma',
    existsTitle: 'Esta clave de acceso ya existe',
    exists:
      'El dispositivo o la llave que ha elegido ya guarda una clave de acceso de esta cuenta, y con una basta. Está en su lista:',
    existsReplace:
      'Para empezar de nuevo, elimínela antes en la lista; allí se le dirá dónde eliminarla en el dispositivo. O use otro dispositivo.',
    nameTitle: 'Su clave de acceso está lista',
    name: 'Póngale un nombre para distinguirla más adelante de las demás.',
    nameLabel: 'Nombre',
    nameRequired: 'Póngale un nombre de 60 caracteres como máximo.',
    nameSuggestion: ({ device }) => `Clave de acceso en ${device}`,
    done: 'Listo',
  },

  progress: ({ number, total }) => `Paso ${number} de ${total}`,
  trouble: '¿Tiene dificultades?',
  guide: 'Paso a paso, para su dispositivo',
  anotherWay: 'Añadirla de otra manera',
  continue: 'Continuar',
  confirmFirst: 'Primero confirme que es usted',
  confirmFirstLead:
    'Solo añade una forma de iniciar sesión quien acaba de demostrar quién es. Después se sigue aquí.',
  confirm: 'Confirmar ahora',
  cautions: {
    noPlatformAuthenticator: 'Este dispositivo dice que no puede guardar una clave de acceso',
    noPlatformAuthenticatorNext:
      'Configure antes una huella, un rostro o un PIN en sus ajustes, o use otro dispositivo.',
    noHybrid: 'Este navegador no puede preguntar a un teléfono',
    noHybridNext:
      'Active el Bluetooth e inténtelo de nuevo, use otro navegador o abra esta página en el propio teléfono.',
    notForBrowser: ({ name }) => `${name} no existe para este navegador`,
    notForBrowserNext: 'Abra esta página en Chrome, Edge, Chromium o Firefox en un ordenador.',
    notForPhone: ({ name }) => `${name} no existe para este teléfono`,
    notForPhoneNext: 'Elija otro teléfono u otra forma.',
    tooOld: 'Este dispositivo es demasiado antiguo',
    proof:
      'Quizá el navegador pregunte si puede mostrar la marca y el modelo. Diga que sí: su organización lo pide.',
  },
  requirements: {
    title: 'Lo que necesita',
    lead: ({ name }) => `Una clave de acceso en ${name} se queda en su teléfono. Tarda unos dos minutos.`,
    iOS: ({ version }) => `Un iPhone o iPad con iOS ${version} o posterior`,
    android: ({ version }) => `Un teléfono Android con Android ${version} o posterior`,
    lock: 'Un bloqueo de pantalla en el teléfono: huella, rostro o PIN',
    both: 'Bluetooth e internet, en el teléfono y en este dispositivo',
  },
  getApp: {
    title: ({ name }) => `Obtener ${name}`,
    scan: 'Escanee el código con la cámara del teléfono, instale la aplicación y ábrala una vez. Si ya la tiene, compruebe que está actualizada.',
    link: 'Instale la aplicación, ábrala una vez y vuelva aquí. Si ya la tiene, compruebe que está actualizada.',
    iOS: 'Para iPhone y iPad',
    android: 'Para Android',
    store: 'Abrir la tienda',
    code: 'Un código que lleva a la aplicación en la tienda',
    version: ({ version }) => `Versión ${version} o posterior`,
    have: 'Ya tengo la aplicación',
  },
  choosePhone: {
    title: '¿Qué teléfono tiene?',
    iOS: 'iPhone o iPad',
    android: 'Android',
  },
  makeProvider: {
    title: ({ name }) => `Permitir que ${name} guarde claves de acceso`,
    lead: ({ name }) =>
      `Hágalo en el teléfono, una sola vez. Después ofrecerá ${name} cuando haya que guardar una clave de acceso.`,
    which: 'Su teléfono',
    paths: {
      iOS18: 'iOS 18 o posterior',
      iOS17: 'iOS 17',
      android: 'Android',
      samsung: 'Samsung',
    },
    ways: {
      iOS18: {
        first: 'Abra Ajustes y después General.',
        second: ({ name }) => `Toque Autorrelleno y contraseñas y active ${name}.`,
        third: ({ name }) => `En la misma página, en Configurar códigos en, elija ${name}.`,
      },
      iOS17: {
        first: 'Abra Ajustes y después Contraseñas.',
        second: 'Toque Opciones de contraseñas y active Autorrellenar contraseñas y llaves de acceso.',
        third: ({ name }) => `En Usar contraseñas y llaves de acceso de, elija ${name}.`,
      },
      android: {
        first: 'Abra Ajustes y después Contraseñas y cuentas.',
        second: ({ name }) => `En Proveedores adicionales, active ${name}.`,
        third: 'Si no lo encuentra, busque claves de acceso en los ajustes.',
      },
      samsung: {
        first: 'Abra Ajustes y después Administración general.',
        second: 'Toque Contraseñas, claves de acceso y autocompletar.',
        third: ({ name }) => `Toque Servicio preferido y elija ${name}.`,
      },
    },
    onlyOne: 'Solo una a la vez',
    onlyOneHint: ({ name }) =>
      `Antes de iOS 18, un iPhone usa una sola aplicación de contraseñas además de la suya. Elegir ${name} desactiva la que usa ahora.`,
    done: 'Ya está activado',
    picture: ({ path }) => `Un dibujo de los ajustes del teléfono: ${path}`,
    labels: {
      settings: 'Ajustes',
      general: 'Ajustes generales',
      autofill: 'Autorrelleno y contraseñas',
      setUpCodes: 'Configurar códigos en',
      passwords: 'Contraseñas',
      passwordOptions: 'Opciones de contraseñas',
      autofillPasskeys: 'Autorrellenar contraseñas y llaves',
      useFrom: 'Usar contraseñas y llaves de',
      passwordsAccounts: 'Contraseñas y cuentas',
      additional: 'Proveedores adicionales',
      generalManagement: 'Administración general',
      samsungPasswords: 'Contraseñas, claves de acceso y más',
      preferred: 'Servicio preferido',
    },
  },
  nearby: {
    title: 'Acerque los dos dispositivos',
    lead: 'Se encuentran por Bluetooth, para que nadie participe desde lejos.',
    bluetooth: 'El Bluetooth está activado, aquí y en el teléfono',
    internet: 'Los dos tienen internet',
    close: 'Están uno junto al otro',
    done: 'Los dos están listos',
  },
  camera: {
    title: 'Escanee con la cámara correcta',
    lead: 'En un momento este dispositivo muestra un código QR.',
    iOS: 'Escanéelo con la app Cámara del iPhone y toque el botón amarillo para guardar la clave.',
    android: 'Escanéelo con la aplicación de cámara del teléfono y toque Usar clave de acceso.',
    any: 'Escanéelo con la aplicación de cámara que trae el teléfono.',
    not: ({ name }) => `El lector de ${name} no conoce este código.`,
    picture: 'Un dibujo de un teléfono que escanea un código en un ordenador',
  },
  reminder: {
    title: ({ name }) => `Guárdela en ${name}`,
    here: ({ name }) =>
      `El teléfono pregunta dónde guardar la clave de acceso. Elija ${name}. Si ofrece antes otro lugar, toque Más opciones.`,
    there: ({ name }) =>
      `El teléfono pregunta dónde guardar la clave de acceso. Elija ${name} y nada más: su organización mira dónde está.`,
    understand: 'Entendido',
  },
  prompt: {
    provider: ({ name }) => `Crear la clave de acceso en ${name}`,
    providerHere: ({ name }) =>
      `El teléfono pide la huella, el rostro o el PIN. Guarde la clave de acceso en ${name}.`,
    providerThere: ({ name }) =>
      `El navegador muestra un código QR. Escanéelo con el teléfono y guarde la clave de acceso en ${name}.`,
    offersHere: '¿Este ordenador ofrece guardarla aquí?',
    offersHereHint:
      'Elija Usar otro dispositivo o Más opciones y después iPhone, iPad o dispositivo Android.',
    arrives: 'También puede crearla usted en el otro dispositivo. En cuanto llegue, esta página sigue.',
    created: 'Creada. Un momento…',
  },
  own: {
    lead: {
      extension: ({ name }) =>
        `Una clave de acceso en ${name} se queda en este navegador, con su propio bloqueo.`,
      phoneApp: ({ name }) =>
        `${name} prepara su teléfono de una vez: el dispositivo, una clave de acceso y lo demás que permita su organización.`,
      agent: ({ name }) =>
        `Una clave de acceso en ${name} se queda en su teléfono Linux. Este ordenador llega a él por código QR y Bluetooth.`,
    },
    needs: {
      extension: 'Chrome, Edge, Chromium o Firefox en un ordenador',
      phoneApp: 'Un teléfono con iOS 17, Android 9 o posterior',
      agent: 'Un teléfono con Linux y Bluetooth',
    },
    lock: {
      extension: 'Un PIN para la extensión, o la huella, el rostro o el PIN de este ordenador',
      phoneApp: 'Un bloqueo de pantalla en el teléfono: huella, rostro o PIN',
      agent: 'Un PIN para la aplicación, que elige allí',
    },
    getLead: {
      extension: 'Añádala a este navegador y vuelva aquí. Si ya está, continúe.',
      phoneApp: 'Ábrala en el teléfono y añádala a la pantalla de inicio. Si ya está, continúe.',
      agent: 'Instálela en el teléfono y vuelva aquí. Si ya está, continúe.',
    },
    getNone: 'La instala su organización. Si no está, pregunte a su servicio de asistencia.',
    open: 'Abrir la dirección',
    code: 'Un código que lleva a la aplicación',
    account: ({ name }) => `Su cuenta en ${name}`,
    accountLead: 'De paso, el dispositivo se registra en su organización. Así se acredita después.',
    add: {
      extension: 'Haga clic en su símbolo en la barra del navegador, elija «Añadir cuenta» e inicie sesión.',
      phoneApp: 'Elija «Añadir cuenta», luego «Cuenta profesional o educativa», e inicie sesión.',
      agent: 'Elija «Añadir cuenta» en el teléfono e inicie sesión.',
    },
    there: 'Si la cuenta está en la lista, no hay nada que hacer.',
    signedOut: 'Si dice que la sesión está cerrada, iníciela allí de nuevo. Nada se duplica.',
    accountDone: 'Mi cuenta está allí',
    scan: ({ name }) => `Escanee con ${name}`,
    scanHow: 'En el teléfono elija «Escanear un código». La cámara del teléfono no conoce este autenticador.',
    prompt: {
      extension: ({ name }) =>
        `Una ventana de ${name} nombra el sitio y su cuenta, y pide su bloqueo. Si pregunta el navegador, cancele, mire que la extensión esté activada e inténtelo de nuevo.`,
      agent: ({ name }) =>
        `El navegador muestra un código QR. Escanéelo con ${name} y confirme allí con el PIN.`,
    },
    inApp: 'En el teléfono, abra su cuenta en la aplicación y toque «Crear una clave de acceso».',
    inAppWaits: 'En cuanto llegue la clave de acceso, esta página continúa sola.',
    inAppWhere:
      'El teléfono la guarda en su propio lugar para claves de acceso, porque una aplicación web no puede ser ese lugar. La aplicación dice dónde está.',
    register: 'Registrar este dispositivo',
    registerHint: 'Inicie sesión de nuevo en el autenticador. Eso renueva con qué se acredita.',
  },
  exists: {
    at: ({ place }) =>
      `Ya existe una clave de acceso de esta cuenta en ${place}. Elimínela allí e inténtelo de nuevo.`,
    somewhere: 'Allí ya existe una clave de acceso de esta cuenta. Elimínela allí e inténtelo de nuevo.',
    yours: 'Las claves de acceso que tiene',
  },
  refused: {
    title: 'No se aceptó',
    told: 'Se ha indicado a su dispositivo que la olvide. Si todavía muestra la clave de acceso:',
  },
  landed: {
    title: 'La clave de acceso se guardó en otro lugar',
    provider: ({ wanted, where }) => `La quería en ${wanted}. Está en ${where}.`,
    proof:
      'Dice que está donde la quería y nada lo demuestra. Registre allí el dispositivo e inténtelo de nuevo.',
    keepingSynced: ({ where }) => `La quería en un solo dispositivo. Está sincronizada: ${where}.`,
    keepingDevice: ({ where }) => `La quería sincronizada. Se queda en un dispositivo: ${where}.`,
    placeKey: ({ where }) => `La quería en una llave de seguridad. Está en ${where}.`,
    placeDevice: ({ where }) => `No la quería en una llave de seguridad. Está en ${where}.`,
    unknown: 'un lugar que no dice su nombre',
    works: 'También sirve. Puede conservarla junto a la que quería.',
    keep: 'Conservarla también',
    retry: 'Quitarla e intentarlo de nuevo',
    verified: 'Comprobado',
    verifiedIn: ({ name }) => `Está en ${name}.`,
  },
}
