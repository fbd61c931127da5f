package id.tenggat.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Carries state back from a stream of which the length is known, and never takes more. */
final class StateReader extends State {

    private final InputStream stream;
    private final ByteBuffer block = ByteBuffer.allocate(1 << 16).limit(0);
    /** Bytes that are neither in the block nor taken from it. */
    private long left;

    StateReader(InputStream stream, long length) {
        this.stream = stream;
        this.left = length;
    }

    @Override
    public boolean isReading() {
        return true;
    }

    @Override
    public byte of(byte value) {
        return with(Byte.BYTES).get();
    }

    @Override
    public int of(int value) {
        return with(Integer.BYTES).getInt();
    }

    @Override
    public long of(long value) {
        return with(Long.BYTES).getLong();
    }

    @Override
    public int count(int value, int bytesEach) {
        int carried = of(value);
        require(carried >= 0 && carried <= remaining() / bytesEach, "a count that fits its length", carried);
        return carried;
    }

    long remaining() {
        return left + block.remaining();
    }

    void requireEnd() {
        require(remaining() == 0, "no more", remaining());
    }

    private ByteBuffer with(int bytes) {
        if (block.remaining() < bytes) {
            require(remaining() >= bytes, "more", remaining());
            fill();
        }
        return block;
    }

    private void fill() {
        block.compact();
        int wanted = (int) Math.min(block.remaining(), left);
        try {
            int found = stream.readNBytes(block.array(), block.position(), wanted);
            require(found == wanted, "more", found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left -= wanted;
        block.position(block.position() + wanted).flip();
    }
}
