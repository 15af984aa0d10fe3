/**
 * Node's `http`, as CommonJS gets it. An import of values reads whatever it exports, a WebSocket among it, and so loads
 * the client behind it and behind the web's `fetch`: a megabyte of code that a server at rest does not need.
 */
export const nodeHttp = process.getBuiltinModule('node:http')
