package io.integrationshub.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries connections to a port of this machine on to a port of another one, untouched. So a stand-in is at {@code localhost} in
 * every container that needs it: the only plain-text address that the services call, and that stand-ins let themselves be called by.
 */
final class Forwarder implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

    private Forwarder(ServerSocket server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    /**
     * Starts; the host may come up later, and is looked up for each connection.
     *
     * @param listen where to listen; port 0 for any free one
     * @throws UncheckedIOException when the port is taken
     */
    static Forwarder start(InetSocketAddress listen, String host, int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(listen);
            Forwarder forwarder = new Forwarder(server, host, port);
            forwarder.connections.execute(forwarder::accept);
            return forwarder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + listen.getPort(), e);
        }
    }

    int localPort() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                connections.execute(() -> carry(near));
            } catch (IOException e) {
                // Closed: the loop ends. Anything else, such as too many open files, may pass.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void carry(Socket near) {
        try (near;
                Socket far = new Socket()) {
            far.connect(new InetSocketAddress(InetAddress.getByName(host), port), CONNECT_MILLIS);
            var answering = connections.submit(() -> pour(far, near));
            pour(near, far);
            answering.get();
        } catch (Exception e) {
            // Whoever asked sees his connection end, as he would without anybody in between.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone, so the other one is not needed any more.
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.shutdownNow();
    }
}
