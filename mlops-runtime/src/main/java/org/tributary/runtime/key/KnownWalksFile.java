package org.tributary.runtime.key;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The file form of {@link KnownWalks}: the class path, pairs of names and digests or versions, and the fingerprints as numbers of
 * pairs. What is not whole, or of another class path or version, is as good as missing.
 */
final class KnownWalksFile {

    private static final String VERSION = "walks/1";

    private KnownWalksFile() {}

    static Map<List<String>, CodeFingerprint> read(Path file, String classPath) {
        try {
            DataInputStream in = SealedBytes.read(file);
            return in.readUTF().equals(VERSION) && in.readUTF().equals(classPath) ? walks(in) : Map.of();
        } catch (IOException missingOrDamaged) {
            return Map.of();
        }
    }

    static void write(Path file, String classPath, Map<List<String>, CodeFingerprint> walks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(VERSION);
        out.writeUTF(classPath);
        Map<String, Integer> classes = writePairs(walks.values(), CodeFingerprint::classes, out);
        Map<String, Integer> libraries = writePairs(walks.values(), CodeFingerprint::libraries, out);
        out.writeInt(walks.size());
        for (Map.Entry<List<String>, CodeFingerprint> walk : walks.entrySet()) {
            writeTexts(walk.getKey(), out);
            out.writeUTF(walk.getValue().digest());
            writeNumbers(walk.getValue().classes(), classes, out);
            writeNumbers(walk.getValue().libraries(), libraries, out);
        }
        SealedBytes.write(file, bytes.toByteArray());
    }

    private static Map<List<String>, CodeFingerprint> walks(DataInputStream in) throws IOException {
        List<String[]> classes = readPairs(in);
        List<String[]> libraries = readPairs(in);
        Map<List<String>, CodeFingerprint> walks = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<String> roots = readTexts(in);
            String digest = in.readUTF();
            walks.put(roots, new CodeFingerprint(digest, readMap(classes, in), readMap(libraries, in)));
        }
        return walks;
    }

    /** Each pair once; two fingerprints of one process agree on what a name stands for. */
    private static Map<String, Integer> writePairs(
            Collection<CodeFingerprint> fingerprints,
            Function<CodeFingerprint, SortedMap<String, String>> part,
            DataOutputStream out)
            throws IOException {
        SortedMap<String, String> pairs = new TreeMap<>();
        fingerprints.forEach(fingerprint -> pairs.putAll(part.apply(fingerprint)));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        out.writeInt(pairs.size());
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            numbers.put(pair.getKey(), numbers.size());
            out.writeUTF(pair.getKey());
            out.writeUTF(pair.getValue());
        }
        return numbers;
    }

    private static List<String[]> readPairs(DataInputStream in) throws IOException {
        List<String[]> pairs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pairs.add(new String[] {in.readUTF(), in.readUTF()});
        }
        return pairs;
    }

    private static void writeNumbers(Map<String, String> map, Map<String, Integer> numbers, DataOutputStream out)
            throws IOException {
        out.writeInt(map.size());
        for (String name : map.keySet()) {
            out.writeInt(Objects.requireNonNull(numbers.get(name)));
        }
    }

    private static SortedMap<String, String> readMap(List<String[]> pairs, DataInputStream in) throws IOException {
        SortedMap<String, String> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String[] pair = pairs.get(in.readInt());
            map.put(pair[0], pair[1]);
        }
        return map;
    }

    private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }
}
