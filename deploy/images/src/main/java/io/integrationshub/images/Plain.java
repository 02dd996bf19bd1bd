package io.integrationshub.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.time.Instant;
import java.util.List;

/** What all images have in common: run by a user without rights, who may read everything and write nothing. */
final class Plain {
    static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/hub");
    static final FilePermissions READABLE = FilePermissions.fromOctalString("444");

    /**
     * What is not heap was seen to take 210 MB under load, most of it the AOT cache: 40 percent of the smallest limit that we set
     * (512 MiB) leaves room for it. The heap begins with 32 MB: the default, a 64th of the limit, has no room for the objects of an
     * AOT cache, and a JVM that finds none does not start. JAVA_TOOL_OPTIONS adds to these.
     */
    static final List<String> JAVA = List.of(
            "java",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-Xms32m",
            "-XX:MaxRAMPercentage=40",
            "--enable-native-access=ALL-UNNAMED");

    /** Of files whose own time makes no difference, so that the same files give the same image. */
    static final Instant SOME_TIME = Instant.EPOCH.plusSeconds(1);

    private static final String USER = "10001:10001";

    private Plain() {}

    static JibContainerBuilder on(String base, String name, String version) throws InvalidImageReferenceException {
        JibContainerBuilder image = base.equals("scratch") ? Jib.fromScratch() : Jib.from(base);
        return image.setWorkingDirectory(HOME)
                .setUser(USER)
                .addLabel("org.opencontainers.image.title", name)
                .addLabel("org.opencontainers.image.version", version)
                .setCreationTime(Instant.EPOCH);
    }
}
