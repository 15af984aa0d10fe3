import type { Words } from '../../words.ts'

/** Consent, devices and signing out of apps. */
export const oidcWords: Words['oidc'] = {
  consent: {
    title: ({ app }) => `¿Permitir que ${app} sepa quién es?`,
    reason: ({ app }) =>
      `${app} pide lo siguiente. Solo se le pregunta una vez; nada de sus claves de acceso sale de este servidor.`,
    accept: 'Aceptar',
    refuse: 'Cancelar',
    needsAdministrator: {
      title: 'Antes debe aceptarlo un administrador',
      reason: ({ app }) => `${app} pide algo que solo puede permitir un administrador de su organización.`,
      next: 'Pregunte a su servicio de asistencia o a un administrador y vuelva después.',
      back: 'Volver a la aplicación',
    },
  },
  scopes: {
    openid: 'Saber que es usted y cómo ha iniciado sesión',
    profile: 'Ver su nombre y su nombre de usuario',
    email: 'Ver su dirección de correo',
    offline_access: 'Mantener su sesión hasta que la cierre, también cuando no la use',
    access_as_user: ({ resource }) => `Usar ${resource} en su nombre`,
    other: ({ scope }) => `Usar «${scope}»`,
  },
  permissions: {
    'Policy.Read.All': 'Leer las directivas de su organización',
    'Policy.Read.AuthenticationMethod': 'Leer la directiva de métodos de inicio de sesión',
    'Policy.ReadWrite.AuthenticationMethod': 'Cambiar qué métodos de inicio de sesión se pueden usar',
    'Policy.Read.ConditionalAccess': 'Leer las directivas de acceso condicional',
    'Policy.ReadWrite.ConditionalAccess': 'Cambiar las directivas de acceso condicional',
    'Agreement.Read.All': 'Ver las condiciones de uso',
    'Agreement.ReadWrite.All': 'Cambiar las condiciones de uso',
    'AgreementAcceptance.Read.All': 'Ver quién ha aceptado las condiciones de uso',
    'UserAuthenticationMethod.Read': 'Ver sus métodos de inicio de sesión',
    'UserAuthenticationMethod.ReadWrite': 'Ver y cambiar sus métodos de inicio de sesión',
    'UserAuthenticationMethod.Read.All': 'Ver los métodos de inicio de sesión de todas las personas',
    'UserAuthenticationMethod.ReadWrite.All':
      'Ver y cambiar los métodos de inicio de sesión de todas las personas',
    'UserAuthMethod-Passkey.Read': 'Ver sus claves de acceso',
    'UserAuthMethod-Passkey.ReadWrite': 'Ver, añadir y quitar sus claves de acceso',
    'UserAuthMethod-Passkey.Read.All': 'Ver las claves de acceso de todas las personas',
    'UserAuthMethod-Passkey.ReadWrite.All': 'Ver, añadir y quitar claves de acceso de todas las personas',
    'UserAuthMethod-TAP.Read': 'Ver si tiene un Temporary Access Pass',
    'UserAuthMethod-TAP.ReadWrite': 'Ver y quitar su Temporary Access Pass',
    'UserAuthMethod-TAP.Read.All': 'Ver quién tiene un Temporary Access Pass',
    'UserAuthMethod-TAP.ReadWrite.All': 'Emitir y quitar cualquier Temporary Access Pass',
    'UserAuthMethod-Password.Read': 'Ver si tiene contraseña',
    'UserAuthMethod-Password.ReadWrite': 'Ver si tiene contraseña y cambiarla',
    'UserAuthMethod-Password.Read.All': 'Ver quién tiene contraseña',
    'UserAuthMethod-Password.ReadWrite.All': 'Ver quién tiene contraseña y establecerla',
    'UserAuthMethod-MicrosoftAuthApp.Read': 'Ver los dispositivos en los que aprueba inicios de sesión',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite':
      'Ver y quitar los dispositivos en los que aprueba inicios de sesión',
    'UserAuthMethod-MicrosoftAuthApp.Read.All':
      'Ver los dispositivos en los que cada persona aprueba inicios de sesión',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All':
      'Ver y quitar los dispositivos en los que cada persona aprueba inicios de sesión',
    'UserAuthMethod-SoftwareOATH.Read': 'Ver sus generadores de códigos',
    'UserAuthMethod-SoftwareOATH.ReadWrite': 'Ver y quitar sus generadores de códigos',
    'UserAuthMethod-SoftwareOATH.Read.All': 'Ver los generadores de códigos de todas las personas',
    'UserAuthMethod-SoftwareOATH.ReadWrite.All':
      'Ver y quitar los generadores de códigos de todas las personas',
    'AuditLog.Read.All': 'Leer el registro de inicios de sesión, el de auditoría y los informes',
    'Reports.Read.All': 'Leer informes',
    'Directory.Read.All': 'Leer personas, grupos, dispositivos y aplicaciones',
    'Directory.ReadWrite.All': 'Leer y cambiar personas, grupos y dispositivos',
    'User.Read': 'Ver su cuenta y los grupos a los que pertenece',
    'User.ReadBasic.All': 'Ver los nombres de todas las personas',
    'User.Read.All': 'Ver las cuentas de todas las personas',
    'User.ReadWrite.All': 'Ver, añadir y cambiar las cuentas de todas las personas',
    'User.RevokeSessions.All': 'Cerrar las sesiones de todas las personas',
    'Group.Read.All': 'Leer los grupos y quién pertenece a ellos',
    'Group.ReadWrite.All': 'Añadir, cambiar y quitar grupos',
    'GroupMember.Read.All': 'Leer quién pertenece a cada grupo',
    'GroupMember.ReadWrite.All': 'Cambiar quién pertenece a cada grupo',
    'RoleManagement.Read.Directory': 'Leer quién administra',
    'RoleManagement.ReadWrite.Directory': 'Cambiar quién administra',
    'Application.Read.All': 'Leer qué aplicaciones hay',
    'Application.ReadWrite.All': 'Añadir, cambiar y quitar aplicaciones',
    'AppRoleAssignment.ReadWrite.All': 'Decidir qué pueden hacer las aplicaciones por sí mismas',
    'DelegatedPermissionGrant.ReadWrite.All':
      'Decidir qué pueden hacer las aplicaciones en nombre de las personas',
    'Organization.Read.All': 'Leer los datos de su organización',
    'Organization.ReadWrite.All': 'Cambiar los datos de su organización',
    'Domain.Read.All': 'Leer los dominios de su organización',
    'Domain.ReadWrite.All': 'Cambiar los dominios de su organización',
    'Device.Read.All': 'Leer los dispositivos',
    'Device.ReadWrite.All': 'Cambiar los dispositivos, también si cumplen las normas',
  },
  permissionOfApp: ({ what }) => `${what}: por sí misma, sin que nadie inicie sesión`,
  account: {
    title: 'Elija una cuenta',
    reason: ({ app }) => `para continuar en ${app}`,
    signedIn: 'Sesión iniciada',
    another: 'Usar otra cuenta',
    anotherHint: 'Iniciar sesión con una cuenta distinta',
  },
  adminConsent: {
    title: ({ app }) => `¿Aceptar ${app} para todas las personas?`,
    reason: ({ organisation }) =>
      `Todas las personas de ${organisation} podrán usar esta aplicación sin que se les pregunte. La aplicación podrá:`,
    accept: 'Aceptar para todas',
    refuse: 'Cancelar',
    done: {
      title: 'Aceptado',
      reason: 'La aplicación ya puede hacer lo que ha aceptado. Puede cerrar esta ventana.',
    },
    stopped: { title: 'No se ha cambiado nada', reason: 'No lo ha aceptado. Puede cerrar esta ventana.' },
  },
  device: {
    title: 'Escriba el código',
    reason: 'Su dispositivo o programa muestra un código. Escríbalo aquí para iniciar sesión allí.',
    label: 'Código',
    submit: 'Siguiente',
    unknown:
      'Ese código no existe, tiene más de un cuarto de hora o ya se ha usado. Mire otra vez el dispositivo o pídale uno nuevo.',
    confirm: {
      title: ({ app }) => `¿Iniciar sesión en ${app} en otro dispositivo?`,
      code: 'Código',
      from: 'Pedido desde',
      as: 'Con la cuenta',
      warning: 'Siga solo si acaba de empezar esto por su cuenta, en un dispositivo que tiene delante.',
      warningMore:
        'Si alguien le ha enviado este código por correo, por chat o por teléfono, no siga: esa persona entraría en su nombre.',
      agreeing: 'Acepta también que pueda:',
      yes: 'Sí, lo he empezado yo',
      no: 'No, detener',
    },
    done: {
      title: 'Sesión iniciada en el dispositivo',
      reason:
        'Puede cerrar esta ventana y seguir allí. En Información de seguridad aparece entre sus sesiones.',
    },
    stopped: {
      title: 'Se ha detenido',
      reason:
        'No se ha iniciado ninguna sesión. Si alguien le envió el código, avise a su servicio de asistencia.',
    },
    tooWeak: {
      title: 'Esta aplicación no se puede usar con un código',
      reason: ({ app }) =>
        `${app} necesita una clave de acceso en el propio dispositivo; no basta con un código que podría haber enviado cualquiera.`,
      next: 'Abra la aplicación en un navegador de ese dispositivo e inicie sesión allí.',
    },
    instruction: ({ url, code }) =>
      `Para iniciar sesión, abra ${url} en un navegador y escriba el código ${code}.`,
  },
  signOut: {
    title: '¿Cerrar sesión?',
    reason:
      'Se cerrará la sesión en este navegador, aquí y en todas las aplicaciones a las que llegó desde aquí.',
    reasonApp: ({ app }) =>
      `${app} pide cerrar su sesión: aquí y en todas las aplicaciones a las que llegó desde aquí.`,
    submit: 'Cerrar sesión',
    stay: 'Mantener la sesión',
  },
  goingOn: { title: 'Volviendo a la aplicación', reason: 'Un momento…', submit: 'Seguir' },
  problem: {
    title: 'La petición de la aplicación no es correcta',
    reason:
      'Una aplicación le ha enviado aquí para iniciar sesión de un modo al que no podemos responder. No es culpa suya.',
    next: 'Vuelva a la aplicación e inténtelo de nuevo. Si se repite, comunique a sus autores lo que figura abajo.',
    technical: 'Para los autores de la aplicación',
    expired: {
      title: 'Este inicio de sesión es demasiado antiguo',
      reason: 'Empezó hace más de una hora, en otro navegador, o su navegador no guarda cookies.',
      next: 'Vuelva a la aplicación e inicie sesión de nuevo.',
    },
  },
}
