package org.tributary.runtime.key;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tributary.runtime.key.CodeOrigin.Library;
import org.tributary.runtime.key.CodeOrigin.Own;
import org.tributary.runtime.key.KnownCode.Content;
import org.tributary.runtime.key.KnownCode.Entry;

/**
 * The file form of {@link KnownCode}: a version, the names that classes refer to, the jars, the classes, and the SHA-256
 * of all that. What is not whole or of another version is as good as missing.
 */
final class KnownCodeFile {
    private static final String VERSION = "fingerprints/1 " + CodeFingerprint.FORM;

    private KnownCodeFile() {}

    /** Reads a file; gives empty content for one that is missing, damaged or of another version. */
    static Content read(Path file) {
        try {
            return content(SealedBytes.read(file));
        } catch (IOException e) {
            return Content.empty();
        }
    }

    /** Replaces a file as a whole. */
    static void write(Path file, Content content) throws IOException {
        SealedBytes.write(file, bytes(content));
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(VERSION);
        Map<String, Integer> names = names(content);
        out.writeInt(names.size());
        for (String name : names.keySet()) {
            out.writeUTF(name);
        }
        writeJars(content.jars(), out);
        writeClasses(content.classes(), names, out);
        return bytes.toByteArray();
    }

    private static Map<String, Integer> names(Content content) {
        TreeSet<String> sorted = new TreeSet<>();
        content.classes().values().forEach(entry -> sorted.addAll(entry.value().references()));
        Map<String, Integer> names = new LinkedHashMap<>();
        sorted.forEach(name -> names.put(name, names.size()));
        return names;
    }

    private static void writeJars(Map<String, Entry<CodeOrigin>> jars, DataOutputStream out) throws IOException {
        out.writeInt(jars.size());
        for (Map.Entry<String, Entry<CodeOrigin>> jar : new TreeMap<>(jars).entrySet()) {
            out.writeUTF(jar.getKey());
            writeStamp(jar.getValue().stamp(), out);
            boolean library = jar.getValue().value() instanceof Library;
            out.writeBoolean(library);
            if (library) {
                Library known = (Library) jar.getValue().value();
                out.writeUTF(known.name());
                out.writeUTF(known.version());
            }
        }
    }

    private static void writeClasses(
            Map<String, Entry<ClassCode>> classes, Map<String, Integer> names, DataOutputStream out)
            throws IOException {
        out.writeInt(classes.size());
        for (Map.Entry<String, Entry<ClassCode>> known : new TreeMap<>(classes).entrySet()) {
            ClassCode code = known.getValue().value();
            out.writeUTF(known.getKey());
            writeStamp(known.getValue().stamp(), out);
            out.writeUTF(code.digest());
            out.writeInt(code.references().size());
            for (String reference : code.references()) {
                out.writeInt(Objects.requireNonNull(names.get(reference)));
            }
        }
    }

    private static void writeStamp(FileStamp stamp, DataOutputStream out) throws IOException {
        out.writeLong(stamp.size());
        out.writeLong(stamp.modified());
        out.writeLong(stamp.changed());
        out.writeUTF(stamp.identity());
    }

    private static Content content(DataInputStream in) throws IOException {
        if (!in.readUTF().equals(VERSION)) {
            return Content.empty();
        }
        String[] names = new String[in.readInt()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readUTF();
        }
        Map<String, Entry<CodeOrigin>> jars = readJars(in);
        return new Content(readClasses(in, names), jars);
    }

    private static Map<String, Entry<CodeOrigin>> readJars(DataInputStream in) throws IOException {
        Map<String, Entry<CodeOrigin>> jars = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String path = in.readUTF();
            FileStamp stamp = readStamp(in);
            CodeOrigin origin = in.readBoolean() ? new Library(in.readUTF(), in.readUTF()) : new Own();
            jars.put(path, new Entry<>(stamp, origin));
        }
        return jars;
    }

    private static Map<String, Entry<ClassCode>> readClasses(DataInputStream in, String[] names) throws IOException {
        Map<String, Entry<ClassCode>> classes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = in.readUTF();
            FileStamp stamp = readStamp(in);
            String digest = in.readUTF();
            List<String> references = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                references.add(names[in.readInt()]);
            }
            classes.put(key, new Entry<>(stamp, new ClassCode(digest, references, "")));
        }
        return classes;
    }

    private static FileStamp readStamp(DataInputStream in) throws IOException {
        return new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readUTF());
    }
}
