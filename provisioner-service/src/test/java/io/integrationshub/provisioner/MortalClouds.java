package io.integrationshub.provisioner;

import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.Cloud;
import io.integrationshub.provisioner.application.Clouds;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** AWS as before, except that a run may die at a write, as {@link Crashes} says. */
@Decorator
@Priority(1)
class MortalClouds implements Clouds {
    private static final Set<String> WRITES = Set.of("create", "update", "delete", "set", "setMfa");

    private final Clouds clouds;

    @Inject
    MortalClouds(@Delegate Clouds clouds) {
        this.clouds = clouds;
    }

    @Override
    public Cloud open(AwsKeys keys) {
        return mortal(Cloud.class, clouds.open(keys), keys.accessKeyId());
    }

    private static <T> T mortal(Class<T> type, Object real, String accessKeyId) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    try {
                        if (WRITES.contains(method.getName())) {
                            return Crashes.write(accessKeyId, () -> method.invoke(real, values));
                        }
                        Object answer = method.invoke(real, values);
                        Class<?> part = method.getReturnType();
                        boolean door = part.isInterface() && part.getPackage().equals(Cloud.class.getPackage());
                        return door ? mortal(part, answer, accessKeyId) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
