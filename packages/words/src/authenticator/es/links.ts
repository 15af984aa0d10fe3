import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator in Spanish, about devices that remember each other. */
export const links: AuthenticatorWords['links'] = {
  remember: 'Recordar otro dispositivo',
  rememberTitle: 'Recordar un dispositivo con el que inicia sesión',
  rememberLead:
    'Vincule su teléfono una vez. Desde entonces pregunta por sí mismo cuando inicia sesión aquí, sin código QR.',
  account: ({ name, organisation }) => `${name} en ${organisation}`,
  begin: 'Iniciar sesión y mostrar el código QR',
  beginHint: 'Hace falta un inicio de sesión con una clave de acceso, aquí y ahora.',
  signingIn: 'Inicie sesión con una clave de acceso, en la pestaña que se abrió',
  scanTitle: 'Escanee este código con su dispositivo',
  scanLead:
    'En el Authenticator de su teléfono: Escanear un código QR. En un teléfono con Linux: latchkey-agent link. Nadie más debe escanearlo.',
  codeLabel: 'Código QR para vincular un dispositivo',
  typeTitle: ({ name }) => `Escriba estas cifras en ${name}`,
  typeLead: '¿Es su dispositivo y pide cifras ahora? Si no, cierre esta página.',
  digits: 'Cifras',
  done: ({ name }) => `${name} queda recordado`,
  doneLead: 'Lo encuentra en la información de seguridad y puede desvincularlo allí en cualquier momento.',
  failedTitle: 'No se vinculó ningún dispositivo',
  failedLead: 'Tardó demasiado o se escribieron otras cifras. Inténtelo de nuevo.',
  unreachable:
    'El servicio de túnel de su organización no responde. El servicio de asistencia sabe si está activado.',
  remembered: 'Dispositivos recordados',
  forget: ({ name }) => `Olvidar ${name}`,
  forgetTitle: ({ name }) => `¿Olvidar ${name}?`,
  forgetLead: 'Los dos dejan de conocerse, aquí y en su organización.',
  forgetConfirm: 'Olvidar',
  use: ({ name }) => `Usar ${name}`,
  look: ({ name }) => `Mire ${name}`,
  lookLead: 'Allí se le pregunta. Compruebe el sitio que indica antes de aceptar.',
  didNotCome: ({ name }) => `${name} no respondió, o usted se negó allí. ¿Está encendido y a la escucha?`,
  gone: ({ name }) => `${name} se desvinculó, así que se olvidó aquí.`,
  agent: {
    command: 'Vincular un navegador que muestra un código QR para ello: después ya no necesita ninguno',
    notOne: 'Ese código QR no sirve para vincular.',
    noAccount: ({ server }) => `Aquí no hay ninguna cuenta de ${server}.`,
    which: '¿Para qué cuenta? Su número:',
    onlyOwn: ({ server }) =>
      `Continúe solo si abrió este código usted mismo, en su propio navegador, con la sesión iniciada en ${server}.`,
    digits: 'Las seis cifras que muestra el navegador, o nada para parar:',
    wrong: 'Esas no son las cifras. No se vinculó nada. Empiece de nuevo en el navegador.',
    stopped: 'No se vinculó nada.',
    linked:
      'Vinculado. Mientras latchkey-agent run esté en marcha, ese navegador encuentra este dispositivo por sí mismo.',
    broken: 'El navegador ya no está. Muestre un código nuevo.',
    openToListen:
      'Escriba su PIN para que los navegadores vinculados encuentren este dispositivo, o nada para seguir sin ellos:',
    listening: ({ names }) => `Pueden llamar los navegadores vinculados: ${names}`,
    called: ({ name }) => `${name} pregunta, sin código QR. ¿Es usted, ahora mismo?`,
    linkedAlone: 'Responder solo a los navegadores vinculados, sin buscar códigos QR',
    nobody: 'Ningún navegador vinculado encuentra este dispositivo. latchkey-agent link vincula uno.',
    noticeTitle: ({ name }) => `${name} pregunta por usted`,
    noticeText: 'Mire el terminal de latchkey-agent y responda allí. ¿No ha sido usted? No responda.',
    forgotten: ({ name }) => `Se quitó un vínculo, así que se olvidó aquí: ${name}`,
  },
}
