import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: 'Ver a quién afecta',
  looking: 'Mirando a todas las personas …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'Esto dejaría fuera a una persona' : `Esto dejaría fuera a ${values.count} personas`,
  titleNobody: 'Nadie se quedaría fuera',
  titleLast: 'Ya nadie podría administrar',
  lead: 'Hoy pueden iniciar sesión, o ayudarse a sí mismas. Después de este cambio no podrían ninguna de las dos cosas.',
  leadNobody:
    'Todas las personas que hoy pueden iniciar sesión podrían seguir haciéndolo, o ayudarse a sí mismas.',
  leadNothing: 'Esto no cambiaría nada.',
  leadLast:
    'Después de este cambio ningún administrador global podría abrir el centro de administración. Eso no se puede confirmar, porque nadie podría deshacerlo. Excluya a un administrador, o pida algo que alguno tenga.',
  listed: 'Las personas según lo que les pasaría',
  outcome: {
    satisfied: 'inician sesión como ahora',
    canEnrol: 'pueden ayudarse a sí mismas',
    needsHelpDesk: 'necesitan al servicio de ayuda',
    blocked: 'no pueden entrar de ningún modo',
  },
  reason: {
    passkey: 'Antes tiene que añadir una clave de acceso, y puede.',
    passkeyByPass: 'Antes tiene que añadir una clave de acceso, y puede con el pase que tiene.',
    totp: 'Antes tiene que configurar códigos de un solo uso, y puede.',
    totpByPass: 'Antes tiene que configurar códigos de un solo uso, y puede con el pase que tiene.',
    push: 'Antes tiene que configurar aprobaciones en un teléfono, y puede.',
    pushByPass: 'Antes tiene que configurar aprobaciones en un teléfono, y puede con el pase que tiene.',
    device: 'Antes tiene que registrar su navegador como dispositivo, y puede.',
    deviceByPass: 'Antes tiene que registrar su navegador como dispositivo, y puede con el pase que tiene.',
    compliance:
      'No tiene ningún dispositivo marcado como conforme. Lo marca quien administra los dispositivos.',
    needsHelpDesk:
      'No tiene nada que baste y no puede añadirlo sin ayuda: necesita un Temporary Access Pass.',
    blocked: 'Nada de lo que se le pueda dar bastaría.',
  },
  because: (values: { readonly policies: string }) => `Lo impide: ${values.policies}`,
  becauseMethods: 'Lo impide: qué métodos de inicio de sesión se permiten',
  where: (values: { readonly place: string }) => `Donde inició sesión antes: ${values.place}`,
  more: (values: { readonly count: number }) => `Y ${values.count} más. En la lista están todas.`,
  exportAll: 'Descargar la lista (CSV)',
  exporting: 'Escribiendo la lista …',
  csv: {
    name: 'Nombre',
    userName: 'Nombre de usuario',
    outcome: 'Qué les pasaría',
    reason: 'Por qué',
    policies: 'Lo impide',
  },
  instead: {
    title: 'Qué podría hacer en su lugar',
    exclude: 'Excluya a estas personas de la regla con un grupo, hasta que estén preparadas.',
    watch: 'Primero solo observe: el modo de informe muestra a quién pararía, y no para a nadie.',
    passes: 'Emita antes Temporary Access Pass, para que puedan añadir lo que necesitan.',
    watchNow: 'Guardar en modo de informe',
  },
  loops: 'Esta combinación no lleva a ninguna parte',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'Sé que esta persona no podrá entrar, y la ayudaré'
      : `Sé que estas ${values.count} personas no podrán entrar, y las ayudaré`,
  type: (values: { readonly count: number }) => `Escriba el número de personas (${values.count}) para seguir`,
  typeWrong: 'Ese no es el número de personas.',
  goOn: 'Guardar y dejarlas fuera',
  changed: 'Mientras tanto la lista ha cambiado: estas son las personas ahora.',
  loopAdvice: {
    pass_cannot_register: {
      happens:
        'Añadir un método pide una intensidad que ningún Temporary Access Pass cumple: quien solo tiene un pase nunca tendrá una primera clave de acceso.',
      instead: 'Indique para ello una intensidad que también acepte un pase.',
    },
    registration_not_excepted: {
      happens:
        'La intensidad para todas las aplicaciones vale también para añadir un método: a quien no tiene lo necesario se le envía a crearlo, y no puede.',
      instead:
        'Añada una directiva para añadir métodos, con una intensidad que acepte un pase. Hay una plantilla.',
    },
    registration_closed: {
      happens: 'Nadie puede añadir un método de inicio de sesión, en ningún sitio.',
      instead:
        'Limite la directiva a lugares que no sean de confianza, o a personas que ya tienen sus métodos.',
    },
    strength_unreachable: {
      happens: 'La intensidad solo acepta métodos que están desactivados para todas las personas.',
      instead: 'Active uno de ellos, o añada a la intensidad uno activado.',
    },
    models_disjoint: {
      happens: 'La intensidad acepta claves de ciertos modelos, y ningún perfil permite añadir una de ellas.',
      instead: 'Acepte esos modelos en un perfil, o nombre modelos que un perfil acepte.',
    },
    models_not_asked_for: {
      happens: 'La intensidad acepta claves cuyo modelo está demostrado, y ningún perfil pide la prueba.',
      instead: 'Active la atestación en el perfil que acepta esos modelos.',
    },
    self_service_off: {
      happens: 'Solo bastan las claves de acceso, y nadie puede añadirlas por su cuenta.',
      instead: 'Permita añadirlas, o dé antes una a cada persona.',
    },
    compliance_unknown: {
      happens: 'Se pide un dispositivo conforme, y nada dice cuáles lo son: no entra nadie.',
      instead: 'Haga que lo diga antes su gestión de dispositivos, o deje que baste una intensidad.',
    },
    control_unavailable: {
      happens: 'La directiva solo acepta cosas que aquí no existen: no entra nadie.',
      instead: 'Quítelas, o deje que baste una intensidad.',
    },
    every_administrator_blocked: {
      happens: 'Ningún administrador entra nunca en el centro de administración.',
      instead: 'Excluya a quienes deban conservarlo, o limite la directiva.',
    },
    frequency_against_once: {
      happens:
        'Añadir un método pide cada vez una prueba nueva, y un pase sirve una vez: quien tarda más de cinco minutos vuelve a empezar sin pase.',
      instead: 'Vuelva a pedir pasada una hora, o permita usar los pases varias veces.',
    },
    no_trusted_network: {
      happens:
        'La directiva habla de lugares de confianza, y no hay ninguno: vale en todas partes, o en ninguna.',
      instead: 'Dé nombre a sus redes como un lugar y márquelo de confianza.',
    },
  },
}
