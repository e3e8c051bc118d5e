package io.wonderlake.engine.redshift;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands on loopback between Redshift's driver and PostgreSQL: says no to encryption, leaves out the start-up parameters that only Redshift
/// knows, and then passes the bytes on, until a test breaks the connections.
public final class PostgresProxy implements AutoCloseable {
    private static final Set<String> KNOWN = Set.of("user", "database", "client_encoding", "DateStyle", "TimeZone", "extra_float_digits", "application_name");
    private static final int VERSION_3 = 196608;
    private static final int CANCEL = 80877102;
    private static final int ENCRYPT = 80877103;

    private final int server;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<byte[]> startUps = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile long breakAfter = Long.MAX_VALUE;
    private volatile boolean frozen;

    PostgresProxy(int server) {
        this.server = server;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url(String database, String options) {
        return "jdbc:redshift://127.0.0.1:" + listening.getLocalPort() + "/" + database + options;
    }

    /// Connections that began a session; those that only cancel do not count.
    int sessions() {
        return startUps.size();
    }

    /// Connections that are open at the moment.
    int connections() {
        return open.size() / 2;
    }

    /// Every connection breaks once the server has sent it so many bytes.
    void breakAfter(long bytes) {
        breakAfter = bytes;
    }

    /// No byte passes any more, and no connection is taken, as with a network that has gone silent.
    void freeze() {
        frozen = true;
    }

    /// Breaks all connections, as a server does that goes away.
    void breakAll() {
        open.forEach(PostgresProxy::end);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(client);
            open.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            if (frozen) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            begin(client, behind);
            Thread back = Thread.ofVirtual().start(() -> pass(behind, client, true));
            pass(client, behind, false);
            back.join();
        } catch (IOException broken) {
            end(client);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
            open.removeIf(Socket::isClosed);
        }
    }

    private void begin(Socket client, Socket behind) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        while (true) {
            int length = in.readInt();
            int code = in.readInt();
            byte[] body = in.readNBytes(length - 8);
            if (code == ENCRYPT) {
                client.getOutputStream().write('N');
                continue;
            }
            if (code == VERSION_3) {
                startUps.add(body);
                body = known(body);
            }
            assert code == VERSION_3 || code == CANCEL;
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(message);
            out.writeInt(body.length + 8);
            out.writeInt(code);
            out.write(body);
            behind.getOutputStream().write(message.toByteArray());
            return;
        }
    }

    private static byte[] known(byte[] parameters) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        String[] words = new String(parameters, StandardCharsets.UTF_8).split("\0");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (KNOWN.contains(words[i])) {
                kept.writeBytes((words[i] + "\0" + words[i + 1] + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        kept.write(0);
        return kept.toByteArray();
    }

    private void pass(Socket from, Socket to, boolean answers) {
        long passed = 0;
        byte[] buffer = new byte[65536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passed += read;
                if (answers && passed > breakAfter) {
                    break;
                }
                if (frozen) {
                    continue;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            end(to);
        }
        end(from);
        end(to);
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public void close() {
        end(listening);
        breakAll();
    }
}
