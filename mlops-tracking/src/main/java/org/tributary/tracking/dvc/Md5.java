package org.tributary.tracking.dvc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** MD5 as DVC uses it: to name content, not to guard it. */
final class Md5 {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    private Md5() {}

    /** Whether the text is a hash in lowercase hexadecimal digits. */
    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The hash of bytes. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** The hash of a file's bytes. */
    static String of(Path file) throws IOException {
        return transfer(file, OutputStream.nullOutputStream());
    }

    /** Copies a file into an existing one, forces it to the disk, and gives the hash of what was copied. */
    static String copy(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            String hash = transfer(from, out);
            channel.force(true);
            return hash;
        }
    }

    private static String transfer(Path file, OutputStream out) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
