"""One story told by python-fido2, an implementation of the platform's side that shares nothing with ours.

Usage: python_fido2.py STORY PORT ROOT_CERTIFICATE_HEX

The authenticator answers on a TCP port of this machine: messages after two bytes of length. Each connection is a
power cycle. Exits with 0 if all went as it must.
"""

import hashlib
import socket
import struct
import sys

from fido2.attestation import AttestationType, PackedAttestation
from fido2.attestation.base import verify_x509_chain
from fido2.client import Fido2Client
from fido2.ctap import CtapDevice, CtapError
from fido2.ctap2 import ClientPin, CredentialManagement, Ctap2, LargeBlobs
from fido2.ctap2.pin import PinProtocolV1, PinProtocolV2
from fido2.hid import CTAPHID
from fido2.server import Fido2Server
from fido2.webauthn import PublicKeyCredentialRpEntity

STORY, PORT, ROOT = sys.argv[1], int(sys.argv[2]), bytes.fromhex(sys.argv[3])
ERR = CtapError.ERR
PERMISSION = ClientPin.PERMISSION
HASH = hashlib.sha256(b"client data").digest()
RP = {"id": "login.example.org", "name": "Example"}
USER = {"id": b"ada", "name": "ada@example.org", "displayName": "Ada"}
ES256 = [{"type": "public-key", "alg": -7}]


class Socket(CtapDevice):
    """An authenticator at the other end of a socket."""

    capabilities = 0x04

    def __init__(self):
        self.socket = socket.create_connection(("127.0.0.1", PORT), timeout=30)

    def call(self, cmd, data=b"", event=None, on_keepalive=None):
        assert cmd == CTAPHID.CBOR
        self.socket.sendall(struct.pack(">H", len(data)) + data)
        (length,) = struct.unpack(">H", self.take(2))
        return self.take(length)

    def take(self, length):
        data = b""
        while len(data) < length:
            more = self.socket.recv(length - len(data))
            assert more, "the authenticator hung up"
            data += more
        return data

    def close(self):
        self.socket.close()

    @classmethod
    def list_devices(cls):
        return []


def power_up():
    return Ctap2(Socket())


def descriptor(credential_id):
    return {"type": "public-key", "id": credential_id}


def make(ctap, **kwargs):
    options = {"rk": True, "uv": True}
    arguments = dict(
        client_data_hash=HASH, rp=RP, user=USER, key_params=ES256, options=options
    )
    arguments.update(kwargs)
    return ctap.make_credential(**arguments)


def refuses(code, action, *args, **kwargs):
    try:
        action(*args, **kwargs)
    except CtapError as error:
        assert error.code == code, "%s instead of %s" % (error.code, code)
    else:
        raise AssertionError("not refused with %s" % code)


def verify_attestation(attestation):
    result = PackedAttestation().verify(
        attestation.att_statement, attestation.auth_data, HASH
    )
    assert result.attestation_type == AttestationType.BASIC
    verify_x509_chain(result.trust_path + [ROOT])


def describes_itself():
    info = power_up().info
    assert info.versions == ["FIDO_2_0", "FIDO_2_1"]
    assert bytes(info.aaguid) == bytes(range(1, 17))
    assert info.options["rk"] and info.options["uv"] and not info.options["clientPin"]
    assert info.pin_uv_protocols == [2, 1]


def makes_and_signs():
    ctap = power_up()
    for alg in (-7, -8, -257):
        made = make(ctap, key_params=[{"type": "public-key", "alg": alg}])
        assert made.auth_data.flags == 0x45 and made.auth_data.counter == 0
        verify_attestation(made)
        key = made.auth_data.credential_data.public_key
        assert key[3] == alg
        for count in (1, 2):
            got = ctap.get_assertion(RP["id"], HASH, options={"uv": True})
            got.verify(HASH, key)
            assert got.auth_data.flags == 0x05 and got.auth_data.counter == count
            assert got.user == USER
            assert got.credential["id"] == made.auth_data.credential_data.credential_id
            other = hashlib.sha256(b"other client data").digest()
            try:
                got.verify(other, key)
            except Exception:
                continue
            raise AssertionError("verified for other client data")


def signs_one_after_another():
    ctap = power_up()
    keys = {}
    for name in (b"one", b"two", b"three"):
        made = make(ctap, user={"id": name, "name": name.decode()})
        credential = made.auth_data.credential_data
        keys[credential.credential_id] = credential.public_key
    got = ctap.get_assertions(RP["id"], HASH, options={"uv": True})
    assert [one.user["id"] for one in got] == [b"three", b"two", b"one"]
    for one in got:
        one.verify(HASH, keys[one.credential["id"]])
    refuses(ERR.NOT_ALLOWED, ctap.get_next_assertion)


def refuses_by_code():
    ctap = power_up()
    unknown = [{"type": "public-key", "alg": -999}]
    refuses(ERR.UNSUPPORTED_ALGORITHM, make, ctap, key_params=unknown)
    refuses(ERR.NO_CREDENTIALS, ctap.get_assertion, RP["id"], HASH)
    made = make(ctap).auth_data.credential_data
    listed = [descriptor(made.credential_id)]
    refuses(ERR.CREDENTIAL_EXCLUDED, make, ctap, exclude_list=listed)
    refuses(ERR.NO_CREDENTIALS, ctap.get_assertion, "evil.example", HASH, listed)
    refuses(ERR.INVALID_OPTION, make, ctap, options={"rk": True, "up": False})
    refuses(ERR.UNSUPPORTED_OPTION, ctap.get_assertion, RP["id"], HASH, options={"rk": True})
    refuses(ERR.PIN_AUTH_INVALID, make, ctap, pin_uv_param=b"\0" * 16, pin_uv_protocol=1)
    refuses(ERR.PIN_NOT_SET, make, ctap, pin_uv_param=b"", pin_uv_protocol=1)
    refuses(ERR.INVALID_COMMAND, ctap.send_cbor, 0x40)
    refuses(ERR.CBOR_UNEXPECTED_TYPE, ctap.send_cbor, 0x01, {1: "text"})
    refuses(ERR.MISSING_PARAMETER, ctap.send_cbor, 0x02, {})
    protected = make(ctap, extensions={"credProtect": 3}, user={"id": b"hidden"})
    assert protected.auth_data.extensions == {"credProtect": 3}
    hidden = [descriptor(protected.auth_data.credential_data.credential_id)]
    refuses(ERR.NO_CREDENTIALS, ctap.get_assertion, RP["id"], HASH, hidden)
    ctap.get_assertion(RP["id"], HASH, hidden, options={"uv": True})
    ctap.selection()


def denied():
    refuses(ERR.OPERATION_DENIED, make, power_up())
    refuses(ERR.OPERATION_DENIED, power_up().selection)


def proves_with_pin(protocol):
    ctap = power_up()
    pin = ClientPin(ctap, protocol)
    assert pin.get_pin_retries() == (8, False)
    pin.set_pin("1234")
    assert ctap.get_info().options["clientPin"]
    refuses(ERR.PIN_REQUIRED, make, ctap, options={"rk": True})
    token = pin.get_pin_token("1234", PERMISSION.MAKE_CREDENTIAL, RP["id"])
    proof = dict(
        options={"rk": True},
        pin_uv_param=protocol.authenticate(token, HASH),
        pin_uv_protocol=protocol.VERSION,
    )
    made = make(ctap, **proof)
    assert made.auth_data.flags == 0x45
    refuses(ERR.PIN_AUTH_INVALID, make, ctap, **proof)
    token = pin.get_pin_token("1234", PERMISSION.GET_ASSERTION, RP["id"])
    got = ctap.get_assertion(
        RP["id"],
        HASH,
        pin_uv_param=protocol.authenticate(token, HASH),
        pin_uv_protocol=protocol.VERSION,
    )
    got.verify(HASH, made.auth_data.credential_data.public_key)
    assert got.auth_data.flags == 0x05
    refuses(ERR.UNAUTHORIZED_PERMISSION, pin.get_pin_token, "1234", PERMISSION.BIO_ENROLL)

    pin.change_pin("1234", "567890")
    for code in (ERR.PIN_INVALID, ERR.PIN_INVALID, ERR.PIN_AUTH_BLOCKED):
        refuses(code, pin.get_pin_token, "1234", PERMISSION.CREDENTIAL_MGMT)
    assert pin.get_pin_retries() == (5, True)
    refuses(ERR.PIN_AUTH_BLOCKED, pin.get_pin_token, "567890", PERMISSION.CREDENTIAL_MGMT)
    again = ClientPin(power_up(), protocol)
    again.get_pin_token("567890", PERMISSION.CREDENTIAL_MGMT)
    assert again.get_pin_retries() == (8, False)
    again.get_uv_token(PERMISSION.CREDENTIAL_MGMT)
    assert again.get_uv_retries()[0] == 5


def manages(protocol):
    ctap = power_up()
    first = make(ctap).auth_data.credential_data
    make(ctap, user={"id": b"bob", "name": "bob"})
    make(ctap, rp={"id": "other.example", "name": "Other"})
    pin = ClientPin(ctap, protocol)

    def management():
        token = pin.get_uv_token(PERMISSION.CREDENTIAL_MGMT)
        return CredentialManagement(ctap, protocol, token)

    result = CredentialManagement.RESULT
    metadata = management().get_metadata()
    assert metadata[result.EXISTING_CRED_COUNT] == 3
    assert metadata[result.MAX_REMAINING_COUNT] == 97
    rps = management().enumerate_rps()
    assert {rp[result.RP]["id"] for rp in rps} == {RP["id"], "other.example"}
    rp_id_hash = hashlib.sha256(RP["id"].encode()).digest()
    credentials = management().enumerate_creds(rp_id_hash)
    assert [one[result.USER]["id"] for one in credentials] == [b"bob", b"ada"]
    assert credentials[1][result.PUBLIC_KEY] == first.public_key
    renamed = dict(USER, displayName="Ada King")
    management().update_user_info(descriptor(first.credential_id), renamed)
    allowed = management().enumerate_creds(rp_id_hash)
    assert allowed[1][result.USER] == renamed
    management().delete_cred(descriptor(first.credential_id))
    assert len(management().enumerate_creds(rp_id_hash)) == 1
    gone = descriptor(first.credential_id)
    refuses(ERR.NO_CREDENTIALS, management().delete_cred, gone)
    stranger = CredentialManagement(ctap, protocol, b"\0" * 32)
    refuses(ERR.PIN_AUTH_INVALID, stranger.get_metadata)


def serves_a_whole_client():
    """The client and the server of python-fido2, with hmac-secret."""
    server = Fido2Server(PublicKeyCredentialRpEntity(RP["id"], RP["name"]), attestation="direct")
    client = Fido2Client(Socket(), "https://login.example.org")
    options, state = server.register_begin(
        USER, user_verification="required", resident_key=True
    )
    options["publicKey"]["extensions"] = {"hmacCreateSecret": True}
    made = client.make_credential(options["publicKey"])
    data = server.register_complete(state, made.client_data, made.attestation_object)
    assert made.extension_results == {"hmacCreateSecret": True}

    def secrets(*salts):
        options, state = server.authenticate_begin([data.credential_data], "required")
        names = ("salt1", "salt2")
        options["publicKey"]["extensions"] = {"hmacGetSecret": dict(zip(names, salts))}
        got = client.get_assertion(options["publicKey"]).get_response(0)
        server.authenticate_complete(
            state,
            [data.credential_data],
            got.credential_id,
            got.client_data,
            got.authenticator_data,
            got.signature,
        )
        return got.extension_results["hmacGetSecret"]

    both = secrets(b"1" * 32, b"2" * 32)
    assert secrets(b"2" * 32) == {"output1": both["output2"]}
    assert both["output1"] != both["output2"]


def keeps_large_blobs():
    ctap = power_up()
    key = make(ctap, extensions={"largeBlobKey": True}).large_blob_key
    got = ctap.get_assertion(
        RP["id"], HASH, options={"uv": True}, extensions={"largeBlobKey": True}
    )
    assert got.large_blob_key == key
    protocol = PinProtocolV2()
    pin = ClientPin(ctap, protocol)
    assert LargeBlobs(ctap).get_blob(key) is None
    token = pin.get_uv_token(PERMISSION.LARGE_BLOB_WRITE)
    LargeBlobs(ctap, protocol, token).put_blob(key, b"a large blob " * 200)
    assert LargeBlobs(power_up()).get_blob(key) == b"a large blob " * 200
    stranger = LargeBlobs(ctap, protocol, b"\0" * 32)
    refuses(ERR.PIN_AUTH_INVALID, stranger.put_blob, key, b"")


def resets():
    ctap = power_up()
    make(ctap)
    ctap.reset()
    refuses(ERR.NO_CREDENTIALS, ctap.get_assertion, RP["id"], HASH)


STORIES = {
    "describes itself": describes_itself,
    "makes credentials and signs with them": makes_and_signs,
    "signs with one after another": signs_one_after_another,
    "refuses by code": refuses_by_code,
    "is denied by the person": denied,
    "proves with a PIN by protocol 1": lambda: proves_with_pin(PinProtocolV1()),
    "proves with a PIN by protocol 2": lambda: proves_with_pin(PinProtocolV2()),
    "manages credentials by protocol 1": lambda: manages(PinProtocolV1()),
    "manages credentials by protocol 2": lambda: manages(PinProtocolV2()),
    "serves a whole client": serves_a_whole_client,
    "keeps large blobs": keeps_large_blobs,
    "resets": resets,
}

STORIES[STORY]()
