package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.ArrivedDigest;
import id.tenggat.stamping.SignatureAlgorithm;
import id.tenggat.stamping.StampRefusedException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/** Who stamps, ready for what is asked. */
public final class Sides {

    private Sides() {}

    /** The product. */
    @State(Scope.Thread)
    public static class Ours {

        private final List<ArrivedDigest> arrived =
                Stream.generate(ArrivedDigest::new).limit(StampBenchmark.BATCH).toList();
        private Product product = new Product(SignatureAlgorithm.ECDSA_P256);

        /** Makes its keys. */
        @Setup
        public void make(Request request) {
            product = new Product(request.algorithm);
        }

        byte[] stamp(Request request) throws StampRefusedException {
            return product.stamp(request.pdf(), request.nextSerial());
        }

        int press(Request request) throws StampRefusedException {
            return product.press(request.pdf(), request.nextSerial());
        }

        /** Hashes the document so many times, as it would be while it arrives. */
        void arrive(Request request, int times) {
            for (ArrivedDigest digest : arrived.subList(0, times)) {
                digest.clear();
                digest.add(request.pdf(), 0, request.pdf().length);
            }
        }

        int pressArrived(Request request, int which) throws StampRefusedException {
            return product.pressArrived(request.pdf(), arrived.get(which), request.nextSerial());
        }
    }

    /** The floor. */
    @State(Scope.Thread)
    public static class Bare {

        private Floor floor = new Floor(SignatureAlgorithm.ECDSA_P256, Product.crypto());

        /** Makes its key. */
        @Setup
        public void make(Request request) {
            floor = new Floor(request.algorithm, Product.crypto());
        }

        int sign(Request request) throws GeneralSecurityException {
            return floor.of(request.pdf());
        }

        int signDigest(Request request) throws GeneralSecurityException {
            return floor.ofDigest(request.nextSerial());
        }
    }

    /** Another library. */
    @State(Scope.Thread)
    public static class Theirs {

        /** The library, and which of its ways. */
        @Param
        public Library library = Library.PDFBOX_TEMPLATE;

        /** With whose cryptography. */
        @Param
        public Flavour flavour = Flavour.DOCUMENTED;

        private Peer peer = (pdf, place, serial) -> pdf;

        /** Makes its keys. */
        @Setup
        public void make(Request request) {
            peer = library.with(request.algorithm, flavour);
        }

        byte[] stamp(Request request) throws Exception {
            return peer.stamp(request.pdf(), Request.PLACE, request.nextSerial());
        }
    }
}
