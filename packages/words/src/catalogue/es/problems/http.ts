import type { httpProblems as english } from '../../problems/http.ts'

/** What can be wrong with a request as such, and with us. */
export const httpProblems: typeof english = {
  fault: {
    title: 'Algo ha fallado por nuestra parte',
    reason: 'El servidor ha encontrado un error que no esperaba. No es culpa suya.',
    next: 'Inténtelo de nuevo dentro de un minuto. Si se repite, dé a su servicio de asistencia la referencia de abajo.',
    whoCanFix: 'operator',
  },
  page_not_found: {
    title: 'Esta página no existe',
    reason: 'La dirección no es correcta o la página se ha movido.',
    next: 'Compruebe la dirección o vuelva a donde estaba.',
    whoCanFix: 'you',
  },
  cross_origin: {
    title: 'Esta petición viene de otro sitio',
    reason: 'Según su navegador, la ha hecho otro sitio. No la hemos atendido.',
    next: 'Abra nuestra página directamente e inténtelo allí.',
    whoCanFix: 'you',
  },
  request_unreadable: {
    title: 'No se ha podido leer la petición',
    reason: 'Lo que ha enviado el navegador estaba incompleto o era demasiado grande.',
    next: 'Vuelva a cargar la página e inténtelo otra vez.',
    whoCanFix: 'you',
  },
  flow_stale: {
    title: 'Esta página es demasiado antigua',
    reason:
      'Se abrió hace más de una hora, en otro navegador, o su navegador no guarda cookies. No se ha perdido nada.',
    next: 'Vuelva a la aplicación de la que venía e inicie sesión de nuevo, o empiece aquí.',
    whoCanFix: 'you',
  },
  domain_needed: {
    title: 'Escriba la dirección completa',
    reason: 'Lo que va detrás de la @ dice a qué organización pertenece.',
    next: 'Añádalo, como en name@example.com, e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  unavailable: {
    title: 'Todavía no está todo listo',
    reason: 'El servidor se está iniciando o deteniendo.',
    next: 'Inténtelo de nuevo dentro de un minuto.',
    whoCanFix: 'operator',
  },
}
