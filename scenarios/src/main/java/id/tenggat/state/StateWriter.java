package id.tenggat.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Carries state out into a stream, block by block. */
final class StateWriter extends State {

    private final OutputStream stream;
    private final ByteBuffer block = ByteBuffer.allocate(1 << 16);

    StateWriter(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public boolean isReading() {
        return false;
    }

    @Override
    public byte of(byte value) {
        with(Byte.BYTES).put(value);
        return value;
    }

    @Override
    public int of(int value) {
        with(Integer.BYTES).putInt(value);
        return value;
    }

    @Override
    public long of(long value) {
        with(Long.BYTES).putLong(value);
        return value;
    }

    @Override
    public int count(int value, int bytesEach) {
        return of(value);
    }

    private ByteBuffer with(int bytes) {
        if (block.remaining() < bytes) {
            flush();
        }
        return block;
    }

    void flush() {
        try {
            stream.write(block.array(), 0, block.position());
            block.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
