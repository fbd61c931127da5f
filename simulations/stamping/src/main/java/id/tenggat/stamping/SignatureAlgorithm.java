package id.tenggat.stamping;

/** What a stamp is signed with, over SHA-256. */
public enum SignatureAlgorithm {
    /**
     * ECDSA on the curve P-256 (FIPS 186-5). Signatures are DER of two integers, whose leading zeros are left off: they have 70
     * to 72 bytes, and fewer than 64 once in 2^64.
     */
    ECDSA_P256("SHA256withECDSA", 64, 72),

    /** RSA with a modulus of 2048 bits, padded as PKCS #1 v1.5 says (RFC 8017, 8.2). */
    RSA_2048("SHA256withRSA", 256, 256);

    private final String jcaName;
    private final int signatureBytesMin;
    private final int signatureBytesMax;

    SignatureAlgorithm(String jcaName, int signatureBytesMin, int signatureBytesMax) {
        this.jcaName = jcaName;
        this.signatureBytesMin = signatureBytesMin;
        this.signatureBytesMax = signatureBytesMax;
    }

    /** The name by which Java's cryptography knows it. */
    public String jcaName() {
        return jcaName;
    }

    /** The fewest bytes that a signature has. */
    public int signatureBytesMin() {
        return signatureBytesMin;
    }

    /** The most bytes that a signature has. */
    public int signatureBytesMax() {
        return signatureBytesMax;
    }
}
