package descentlab.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that fails as a test wants it to. */
public final class FailingSource extends DelegatingDataSource {

    /** How it fails. */
    public enum Way {
        NOT,
        /** Nobody gets a connection. */
        AWAY,
        /** What is written is not kept. */
        COMMIT_FAILS,
        /** What is written is kept, and who wrote it is told it failed: the connection broke just then. */
        COMMIT_IS_NOT_HEARD_OF
    }

    private volatile Way way = Way.NOT;

    public FailingSource(DataSource real) {
        super(real);
    }

    public void fail(Way now) {
        way = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (way == Way.AWAY) {
            throw broken();
        }
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && way != Way.NOT) {
                        if (way == Way.COMMIT_IS_NOT_HEARD_OF) {
                            real.commit();
                        } else {
                            real.rollback();
                        }
                        throw broken();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static SQLException broken() {
        return new SQLException("the connection is broken", "08006");
    }
}
