package org.tributary.runtime.key;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds class files as class loaders would, without their detour: the application's loader looks for each name in every
 * module of the JDK before it looks on the class path, which takes more time than all else that a cached run does. Safe
 * for use by several threads.
 */
final class ClassFiles {

    private final Set<String> platform = new HashSet<>();
    private final Set<String> modular = new HashSet<>();
    private final URLClassLoader classPath = classPath();
    private volatile @Nullable Set<String> ofJdk;

    ClassFiles() {
        for (Module module : ModuleLayer.boot().modules()) {
            (isOfJdk(module.getName()) ? platform : modular).addAll(module.getPackages());
        }
    }

    /** Whether a class is in a package of the JDK, which no other code can be in. */
    boolean isPlatform(String internalName) {
        return internalName.startsWith("java/") || platform.contains(packageOf(internalName));
    }

    /** The same of a class that no loader found: a JVM that was started for a module may leave out others of its JDK. */
    boolean isUnusedPlatform(String internalName) {
        Set<String> packages = ofJdk;
        if (packages == null) {
            packages = packagesOfJdk();
            ofJdk = packages;
        }
        return packages.contains(packageOf(internalName));
    }

    private static Set<String> packagesOfJdk() {
        Set<String> packages = new HashSet<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            if (isOfJdk(module.descriptor().name())) {
                packages.addAll(module.descriptor().packages());
            }
        }
        return packages;
    }

    /** The class file that a loader would take, or null if it has none. */
    @Nullable
    URL find(ClassLoader loader, String internalName) {
        String file = internalName + ".class";
        if (loader == ClassLoader.getSystemClassLoader() && !modular.contains(packageOf(internalName))) {
            URL found = classPath.findResource(file);
            return found != null ? found : loader.getResource(file);
        }
        return loader.getResource(file);
    }

    private static boolean isOfJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    private static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
    }

    private static URLClassLoader classPath() {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            try {
                urls.add(Path.of(entry).toUri().toURL());
            } catch (MalformedURLException | InvalidPathException e) {
                // The JVM passes over such an entry too.
                continue;
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }
}
