package io.integrationshub.local.test;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * What the tests of one JVM share. Quarkus loads test resources and test classes by different class loaders, so statics of
 * a class may exist twice; this map exists once. It may hold only types of the JDK.
 */
final class JvmRegistry {
    private static final String NAME = "io.integrationshub.local:type=TestRegistry";

    private JvmRegistry() {}

    @SuppressWarnings("unchecked")
    static <T> T computeIfAbsent(String name, Supplier<T> create) {
        Map<String, Object> all = all();
        synchronized (all) {
            Object present = all.get(name);
            if (present == null) {
                present = create.get();
                all.put(name, present);
            }
            return (T) present;
        }
    }

    @SuppressWarnings("unchecked")
    static <T> T require(String name) {
        Map<String, Object> all = all();
        synchronized (all) {
            Object present = all.get(name);
            if (present == null) {
                throw new IllegalStateException("HubInfra has not started " + name + " in this JVM");
            }
            return (T) present;
        }
    }

    static void put(String name, Object value) {
        Map<String, Object> all = all();
        synchronized (all) {
            all.put(name, value);
        }
    }

    static void remove(String name) {
        Map<String, Object> all = all();
        synchronized (all) {
            all.remove(name);
        }
    }

    /** Held by the platform's MBean server: Narayana cannot start where a system property is not a string. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> all() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (!server.isRegistered(name)) {
                register(server, name);
            }
            return (Map<String, Object>) server.invoke(name, "get", new Object[0], new String[0]);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void register(MBeanServer server, ObjectName name) throws JMException {
        Map<String, Object> map = new HashMap<>();
        Supplier<?> holder = () -> map;
        try {
            server.registerMBean(new StandardMBean(holder, Supplier.class, false), name);
        } catch (InstanceAlreadyExistsException e) {
            // Another thread was faster: its map is the shared one.
        }
    }
}
