package org.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tributary.cache.Codec;

/** The contract passes a good codec, and each of its tests finds the fault it is for. */
final class CodecContractTest {

    @Nested
    final class GoodCodec extends CodecContract<String> {
        @Override
        protected Codec<String> codec() {
            return new TextCodec();
        }

        @Override
        protected List<String> values() {
            return List.of("", "iIıİ", "größe", "1.5");
        }

        @Override
        protected String copyOf(String value) {
            return new StringBuilder(value).toString();
        }
    }

    @Test
    void values_tooFewOrEqual_areFound() {
        assertFound(() -> new Contract(new TextCodec(), List.of("a")).values_areSeveralAndDistinct());
        assertFound(() -> new Contract(new TextCodec(), List.of("a", "a")).values_areSeveralAndDistinct());
    }

    @Test
    void format_withoutVersion_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public String format() {
                        return "text";
                    }
                })
                .format_isNameAndVersion());
    }

    @Test
    void decode_otherValue_isFound() {
        Contract contract = new Contract(new Wrapped() {
            @Override
            public String decode(InputStream in) throws IOException {
                return super.decode(in).toLowerCase(Locale.ROOT);
            }
        });
        assertFound(contract::decode_ofEncoded_givesTheSameValue);
        assertFound(contract::decode_streamInPieces_givesTheSameValue);
    }

    @Test
    void encode_otherBytesEachTime_isFound() {
        AtomicInteger count = new AtomicInteger();
        Contract contract = new Contract(new Wrapped() {
            @Override
            public void encode(String value, OutputStream out) throws IOException {
                super.encode(value + count.incrementAndGet(), out);
            }
        });
        assertFound(contract::encode_sameValues_givesEqualBytes);
        assertFound(contract::codec_usedByThreadsAtOnce_givesWhatOneThreadGets);
    }

    @Test
    void encode_sameBytesForAll_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public void encode(String value, OutputStream out) throws IOException {
                        super.encode("", out);
                    }
                })
                .encode_differentValues_givesDifferentBytes());
    }

    @Test
    void encode_closesItsStream_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public void encode(String value, OutputStream out) throws IOException {
                        super.encode(value, out);
                        out.close();
                    }
                })
                .encode_stream_isLeftOpen());
    }

    @Test
    void encode_losesBufferedBytes_isFound() {
        Contract contract = new Contract(new Wrapped() {
            @Override
            public void encode(String value, OutputStream out) throws IOException {
                super.encode(value, new BufferedOutputStream(out));
            }
        });
        assertFound(contract::encode_differentValues_givesDifferentBytes);
        assertFound(contract::encode_failingStream_throwsIoException);
    }

    @Test
    void decode_leavesBytesOrClosesItsStream_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public String decode(InputStream in) throws IOException {
                        return new String(in.readNBytes(1), StandardCharsets.UTF_8);
                    }
                })
                .decode_stream_isReadToItsEndAndLeftOpen());
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public String decode(InputStream in) throws IOException {
                        try (in) {
                            return super.decode(in);
                        }
                    }
                })
                .decode_stream_isReadToItsEndAndLeftOpen());
    }

    @Test
    void decode_takesTheFirstPieceForAll_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public String decode(InputStream in) throws IOException {
                        byte[] all = new byte[100];
                        return new String(all, 1, in.read(all) - 1, StandardCharsets.UTF_8);
                    }
                })
                .decode_streamInPieces_givesTheSameValue());
    }

    @Test
    void encode_byDefaultLocale_isFound() {
        assertFound(() -> new Contract(new Wrapped() {
                    @Override
                    public void encode(String value, OutputStream out) throws IOException {
                        super.encode(value.toUpperCase(Locale.getDefault()), out);
                    }
                })
                .encode_underOtherLocaleAndZone_givesEqualBytes());
    }

    private static void assertFound(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }

    /** A contract whose tests are called by hand. */
    private static final class Contract extends CodecContract<String> {
        private final Codec<String> codec;
        private final List<String> values;

        Contract(Codec<String> codec) {
            this(codec, List.of("Title", "größe"));
        }

        Contract(Codec<String> codec, List<String> values) {
            this.codec = codec;
            this.values = values;
        }

        @Override
        protected Codec<String> codec() {
            return codec;
        }

        @Override
        protected List<String> values() {
            return values;
        }

        @Override
        protected String copyOf(String value) {
            return new StringBuilder(value).toString();
        }
    }

    /** A good codec to put one fault into. */
    private abstract static class Wrapped implements Codec<String> {
        private final TextCodec good = new TextCodec();

        @Override
        public Class<String> type() {
            return good.type();
        }

        @Override
        public String format() {
            return good.format();
        }

        @Override
        public void encode(String value, OutputStream out) throws IOException {
            good.encode(value, out);
        }

        @Override
        public String decode(InputStream in) throws IOException {
            return good.decode(in);
        }
    }
}
