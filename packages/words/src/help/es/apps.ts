import type { apps as english } from '../en/apps.ts'
import type { HelpWords } from '../english.ts'

/** What goes wrong between apps and us, and between programs and the API. */
export const apps: Pick<HelpWords['problems'], keyof typeof english> = {
  app_misconfigured: {
    title: 'La aplicación pide de forma incorrecta',
    reason:
      'Su petición de inicio de sesión no encaja con lo que hay registrado aquí para ella. No es culpa suya.',
    next: 'Vuelva a la aplicación e inténtelo de nuevo. Si sigue igual, envíe a sus autores la línea técnica de la página.',
  },
  app_must_ask_again: {
    title: 'La aplicación debe pedirle que inicie sesión',
    reason: 'Lo que la aplicación tiene de su sesión está usado o caducado, y quiso seguir sin preguntarle.',
    next: 'Cierre la aplicación y ábrala de nuevo. Si no le envía a iniciar sesión, tienen que corregirlo sus autores.',
  },
  app_code_over: {
    title: 'El código del dispositivo ya no vale',
    reason: 'No se escribió a tiempo, ya se usó o nadie lo ha escrito todavía.',
    next: 'Haga que el dispositivo o programa muestre un código nuevo y escriba ese.',
  },
  access_denied: {
    title: 'La aplicación recibió un no',
    reason: 'Alguien canceló, o una regla no le deja usar esta aplicación.',
    next: 'Si canceló usted, empiece de nuevo desde la aplicación. Si no, pregunte a su servicio de asistencia.',
  },
  api_request_wrong: {
    title: 'La API no puede usar esta petición',
    reason: 'Una propiedad, un filtro o el tamaño no es lo que la API acepta. El mensaje dice cuál.',
    next: 'Corrija lo que dice el mensaje. La referencia de la API indica qué acepta cada ruta.',
  },
  api_token_wrong: {
    title: 'El token de acceso no vale',
    reason: 'Ha caducado, es para otro destinatario o se revocó con su sesión.',
    next: 'Pida un token nuevo para la API y envíelo como token de portador.',
  },
  api_permission_missing: {
    title: 'A la app o a la persona le falta un permiso',
    reason: 'El token no tiene ámbito ni rol para esto, o a la persona le falta el rol.',
    next: 'Un administrador acepta el permiso o da el rol a la persona. Después pida un token nuevo.',
  },
  api_proof_needed: {
    title: 'La API quiere una prueba más reciente o más fuerte',
    reason:
      'Una regla exige para esta llamada más de lo que se probó. La respuesta lleva un desafío de notificaciones.',
    next: 'Envíe a la persona a iniciar sesión con lo que pide el desafío y llame de nuevo con el token nuevo.',
  },
  api_not_here: {
    title: 'La API no tiene esta operación',
    reason: 'La ruta existe con otro método, o está en los documentos de otros y no aquí.',
    next: 'Mire en la referencia de la API qué operaciones hay.',
  },
  api_throttled: {
    title: 'Se preguntó a la API demasiadas veces',
    reason:
      'Cada aplicación y persona puede tanto por segundo, para que una en bucle no detenga a nadie más.',
    next: 'Espere lo que indica Retry-After y siga más despacio.',
  },
  metadata_refused: {
    title: 'No se aceptó la lista de llaves de seguridad',
    reason:
      'Los metadatos FIDO no tienen origen, no se pudieron obtener, están dañados o son más antiguos que los que hay, o su firma no lleva a ninguna parte.',
    next: 'Descárguelo de nuevo de la FIDO Alliance. Lo que había sigue valiendo.',
  },
}
