#ifndef DAF_CMICROHTTPD_H
#define DAF_CMICROHTTPD_H

#include <microhttpd.h>
#include <string.h>

// Swift does not call variadic functions, so the daemon is started here.

// Leaves a request's target as it was sent: the library's own decoding would cut it at %00 and make
// %2F and / the same.
static size_t daf_http_keep_target(void *context, struct MHD_Connection *connection, char *target) {
  (void)context;
  (void)connection;
  return strlen(target);
}

// Serves a socket that is listening already, on one thread of the library's own. The daemon closes
// the socket when it is stopped.
static inline struct MHD_Daemon *daf_http_start(
    int socket, unsigned int connection_limit, unsigned int idle_seconds,
    MHD_AccessHandlerCallback handler, void *context, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback connected) {
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
      handler, context, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT,
      connection_limit, MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds, MHD_OPTION_STRICT_FOR_CLIENT,
      1, MHD_OPTION_UNESCAPE_CALLBACK, daf_http_keep_target, NULL, MHD_OPTION_NOTIFY_COMPLETED,
      completed, context, MHD_OPTION_NOTIFY_CONNECTION, connected, context, MHD_OPTION_END);
}

// The socket of a connection.
static inline int daf_http_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : (int)info->connect_fd;
}

#endif
