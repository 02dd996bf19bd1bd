package io.integrationshub.sso.commerce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers as it likes and counts who connects. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Misbehaviour misbehaviour;
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does with the connection after it has read something from it. */
    @FunctionalInterface
    interface Misbehaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    HostileServer(Misbehaviour misbehaviour) {
        this.misbehaviour = misbehaviour;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static Misbehaviour saying(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    static Misbehaviour json(String body) {
        return saying("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body);
    }

    String origin() {
        return "http://localhost:" + socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = connection.getInputStream();
                OutputStream out = connection.getOutputStream()) {
            if (in.read(new byte[8192]) > 0) {
                misbehaviour.answer(out);
                out.flush();
            }
        } catch (IOException e) {
            // The other side hung up, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
