package bactrian.broker;

import bactrian.operation.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the embedded broker: this process; others who know the password, or anybody on this machine where there is
 * none; never a web page. They may send to, read and make {@code bactrian.*} queues and temporary ones, nothing else.
 */
final class Guard implements ActiveMQSecurityManager5 {
    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<CheckType> USE = Set.of(
            CheckType.SEND,
            CheckType.CONSUME,
            CheckType.BROWSE,
            CheckType.CREATE_ADDRESS,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private final Optional<String> user;
    private final Optional<Secret> password;

    Guard(Optional<String> user, Optional<Secret> password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String name, @Nullable String secret, RemotingConnection connection, @Nullable String domain) {
        Connection transport = connection.getTransportConnection();
        if (transport instanceof InVMConnection) {
            return subject(new Ourselves());
        }
        boolean allowed = !fromWebPage(transport) && (password.isEmpty() || known(name, secret));
        return allowed ? subject(new UserPrincipal(user.orElse("anybody"))) : null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        boolean ourselves = !subject.getPrincipals(Ourselves.class).isEmpty();
        String name = address.replaceFirst("::.*", "");
        return ourselves
                || USE.contains(check)
                        && (name.startsWith(Queues.PREFIX)
                                || TEMPORARY.matcher(name).matches());
    }

    /** A browser can speak through HTTP and WebSocket, which Artemis understands whatever it is told; nobody else needs them. */
    private static boolean fromWebPage(Connection transport) {
        return !(transport instanceof NettyConnection socket)
                || socket.getNettyChannel().pipeline().get("websocket-handler") != null
                || socket.getNettyChannel().pipeline().get("http-handler") != null
                || socket.getNettyChannel().pipeline().get("http-decoder") != null;
    }

    private boolean known(@Nullable String name, @Nullable String secret) {
        String expected = password.map(Secret::reveal).orElse("");
        return name != null && secret != null && same(name, user.orElse("")) && same(secret, expected);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Subject subject(UserPrincipal who) {
        Subject subject = new Subject();
        subject.getPrincipals().add(who);
        return subject;
    }

    /** This process; a type, since a name could be somebody else's too. */
    private static final class Ourselves extends UserPrincipal {
        Ourselves() {
            super("bactrian");
        }
    }

    @Override
    public boolean validateUser(String name, String secret) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String name, String secret, Set<Role> roles, CheckType check) {
        return false;
    }
}
